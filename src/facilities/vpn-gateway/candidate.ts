import { activeActiveVpnGateway } from "../../azure/active-active-vpn-gateway.ts";
import {
  type VpnGatewayCapacity,
  type VpnGatewayGeneration,
  type VpnGatewaySku,
  vpnGatewaySkus,
} from "../../azure/vpn-gateway-skus.ts";

/** A SKU in the generation that is planned of it. */
export interface Candidate {
  readonly sku: string;
  readonly generation: VpnGatewayGeneration;
  readonly features: VpnGatewaySku;
  readonly capacity: VpnGatewayCapacity;
  /** 2 where it runs active-active, as it does wherever the SKU can. */
  readonly tunnelsPerConnection: number;
  /** At once; Basic knows nothing but SSTP. */
  readonly userConnections: number;
}

/** In ARM's spelling; `undefined` for a name that is no SKU of a VPN gateway. */
export function skuNamed(name: string): string | undefined {
  return Object.keys(vpnGatewaySkus.value).find((sku) => sku.toLowerCase() === name.toLowerCase());
}

/** `undefined` where Azure creates no such gateway any more. */
export function candidateOf(sku: string): Candidate | undefined {
  const features = vpnGatewaySkus.value[sku];
  if (!features || features.status === "retired") return undefined;

  const generation = features.generations.Generation2 ? "Generation2" : "Generation1";
  const capacity = features.generations[generation];
  if (!capacity) return undefined;
  return {
    sku,
    generation,
    features,
    capacity,
    tunnelsPerConnection: features.activeActive ? activeActiveVpnGateway.value.instances : 1,
    userConnections: features.ikeV2AndOpenVpn
      ? capacity.ikeV2AndOpenVpnConnections
      : capacity.sstpConnections,
  };
}

/** What is planned where nobody names a SKU, from small to large. */
export const candidates: readonly Candidate[] = Object.entries(vpnGatewaySkus.value)
  .filter(([, { status, zoneRedundant }]) => status === "current" && zoneRedundant)
  .flatMap(([sku]) => candidateOf(sku) ?? [])
  .sort((a, b) => a.capacity.aggregateMbps - b.capacity.aggregateMbps);
