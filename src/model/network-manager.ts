import type { EstateIndex } from "./estate-index.ts";

const NETWORK_MANAGER = "microsoft.network/networkmanagers";

/** Whether an Azure Virtual Network Manager may have joined networks, which their own resources do not say. */
export function hasNetworkManager(estate: EstateIndex): boolean {
  const { passedOver } = estate.estate.coverage;
  return (
    estate.all(NETWORK_MANAGER).length > 0 ||
    passedOver.some(({ type }) => type.toLowerCase().startsWith(NETWORK_MANAGER))
  );
}
