import { vpnClientAddressPoolOverlaps } from "../../azure/point-to-site-address-pools.ts";
import type { AddressRange } from "../../model/address-range.ts";
import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import type { Rule } from "../../model/rule.ts";
import {
  allVpnClientConfigurations,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";
import { firstOverlaps } from "../first-overlaps.ts";

interface RangeOfPool {
  readonly configuration: VpnClientConfiguration;
  readonly range: AddressRange;
}

export const overlappingAddressPool: Rule = {
  id: "vpn-client-configuration/overlapping-address-pool",
  severity: "error",
  summary:
    "Gateways whose networks are peered, and the ranges of one gateway, have client addresses of their own.",
  source: vpnClientAddressPoolOverlaps.source,
  after: ["vpn-client-configuration/overlapping-virtual-network"],

  *check(estate) {
    const pools = allVpnClientConfigurations(estate).flatMap((configuration) =>
      configuration.addressPool
        .filter(isValid)
        .map((range) => ({ prefix: range.prefix, value: { configuration, range } })),
    );
    const areNear = nearness(estate);
    for (const [outer, inner] of firstOverlaps(pools)) {
      if (!areNear(outer, inner)) continue;
      yield {
        message: `${inner.configuration.name} gives its users addresses of ${inner.range.text}, which overlaps ${outer.range.text} of ${outer.configuration === inner.configuration ? "its own pool" : outer.configuration.name}.`,
        origin: inner.range.origin,
        related: [
          { message: `${outer.configuration.name} has ${outer.range.text}`, origin: outer.range.origin },
        ],
        hint: `Give ${inner.configuration.name} a range of its own.`,
      };
    }
  },
};

/** Of one gateway, or in one group of networks that peerings hold together. */
function nearness(estate: EstateIndex): (a: RangeOfPool, b: RangeOfPool) => boolean {
  const { islands } = peeredNetworks(estate);
  return (a, b) => {
    const [networkOfA, networkOfB] = [a.configuration.gateway.networkKey, b.configuration.gateway.networkKey];
    if (a.configuration === b.configuration) return true;
    if (networkOfA === undefined || networkOfB === undefined) return false;

    return islands.some((island) => island.includes(networkOfA) && island.includes(networkOfB));
  };
}
