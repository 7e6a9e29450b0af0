import { vpnGatewaySkus } from "../azure/vpn-gateway-skus.ts";
import type { VirtualNetworkGateway } from "../model/virtual-network-gateway.ts";

/** What all tunnels and users of the gateway share; `undefined` where its SKU is not known. */
export function vpnBandwidthMbps({ skuName, vpnGatewayGeneration }: VirtualNetworkGateway): {
  readonly bandwidthMbps?: number;
} {
  const name = skuName?.toLowerCase();
  const sku = Object.entries(vpnGatewaySkus.value).find(([key]) => key.toLowerCase() === name)?.[1];
  if (!sku) return {};

  const { Generation1, Generation2 } = sku.generations;
  const isFirst = vpnGatewayGeneration?.toLowerCase() === "generation1";
  const capacity = isFirst ? (Generation1 ?? Generation2) : (Generation2 ?? Generation1);
  return capacity ? { bandwidthMbps: capacity.aggregateMbps } : {};
}
