import { type VpnGatewaySku, vpnGatewaySkus } from "../azure/vpn-gateway-skus.ts";

export interface NamedVpnGatewaySku extends VpnGatewaySku {
  /** In Azure's spelling. */
  readonly name: string;
}

/** ARM reads the names of SKUs without regard to case. */
export function findVpnGatewaySku(skuName: string | undefined): NamedVpnGatewaySku | undefined {
  const found = Object.entries(vpnGatewaySkus.value).find(
    ([name]) => name.toLowerCase() === skuName?.toLowerCase(),
  );
  return found && { name: found[0], ...found[1] };
}
