import type { EstateIndex } from "../../model/estate-index.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { findVpnGatewaySku } from "../vpn-gateway-sku.ts";

export const tooSmallBasicSku: Rule = {
  id: "virtual-network-gateway/too-small-basic-sku",
  severity: "warning",
  summary: "A VPN gateway for production has another SKU than Basic.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus",
  after: ["virtual-network-gateway/exceeds-tunnel-limit", "virtual-network-gateway/unsupported-sku-feature"],

  *check(estate) {
    for (const gateway of allVpnGateways(estate)) {
      const { resource, name, skuName } = gateway;
      const sku = findVpnGatewaySku(skuName);
      const capacity = sku?.generations.Generation1;
      if (!capacity || sku.status !== "creatable by PowerShell and CLI only") continue;
      if (isUsedByPeers(gateway, estate)) continue;

      yield {
        message: `${name} has the SKU ${sku.name}, made for tests: ${capacity.aggregateMbps} Mbps, ${capacity.tunnels} tunnels, no BGP, no second active instance, and no way to grow but a new gateway.`,
        origin: originOf(resource, "properties", "sku", "name"),
        hint: "Choose VpnGw1AZ or larger.",
      };
    }
  },
};

/** Then a rule of the peerings says what is wrong with the SKU. */
function isUsedByPeers({ networkKey }: VirtualNetworkGateway, estate: EstateIndex): boolean {
  if (networkKey === undefined) return false;

  const peered = peeredNetworks(estate);
  return [...peered.peersOf(networkKey)].some((id) => peered.remoteGatewaysOf(id).has(networkKey));
}
