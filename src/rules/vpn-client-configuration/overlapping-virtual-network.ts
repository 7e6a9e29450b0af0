import { vpnClientAddressPoolOverlaps } from "../../azure/point-to-site-address-pools.ts";
import { createPrefixTable } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import type { Rule } from "../../model/rule.ts";
import { virtualNetworkOf } from "../../model/virtual-network.ts";
import {
  allVpnClientConfigurations,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";

export const overlappingVirtualNetwork: Rule = {
  id: "vpn-client-configuration/overlapping-virtual-network",
  severity: "error",
  summary:
    "A client address pool shares no addresses with the virtual network of its gateway, nor with its peers.",
  source: vpnClientAddressPoolOverlaps.source,

  *check(estate) {
    for (const configuration of allVpnClientConfigurations(estate)) {
      const ranges = rangesAround(configuration, estate);
      for (const { text, prefix, origin } of configuration.addressPool.filter(isValid)) {
        const [first] = [...ranges.covering(prefix), ...ranges.inside(prefix)];
        if (!first) continue;
        const { network, range } = first.value;
        yield {
          message: `${configuration.name} gives its users addresses of ${text}, which overlaps ${range.text} of ${network.name}.`,
          origin,
          related: [{ message: `${network.name} uses ${range.text}`, origin: range.origin }],
          hint: `Give ${configuration.name} a pool outside ${range.text}.`,
        };
      }
    }
  },
};

function rangesAround({ gateway: { networkKey } }: VpnClientConfiguration, estate: EstateIndex) {
  const networks =
    networkKey === undefined ? [] : [networkKey, ...peeredNetworks(estate).peersOf(networkKey)];
  return createPrefixTable(
    networks
      .flatMap((key) => estate.find(key) ?? [])
      .map(virtualNetworkOf)
      .flatMap((network) =>
        network.addressSpace.filter(isValid).map((range) => [range.prefix, { network, range }] as const),
      ),
  );
}
