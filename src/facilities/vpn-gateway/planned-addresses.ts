import { activeActiveIpConfigurations, vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import type { PublicAddress } from "./meters.ts";

/** One, or one an instance; and a third for users, which ARM wants where two instances take them. */
export function plannedAddresses(sku: string, takesUsers: boolean): readonly PublicAddress[] {
  const { withUsers, withoutUsers } = activeActiveIpConfigurations.value;
  const activeActive = vpnGatewaySkus.value[sku]?.activeActive === true;
  const count = activeActive ? (takesUsers ? withUsers : withoutUsers) : 1;
  return Array.from({ length: count }, () => ({ sku: "Standard", allocation: "Static" }));
}
