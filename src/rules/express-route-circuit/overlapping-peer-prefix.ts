import { circuitPeerings } from "../../azure/expressroute-circuits.ts";
import { createPrefixTable, parsePrefix } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import {
  allExpressRouteCircuits,
  type ExpressRouteCircuit,
  isPrivatePeering,
  peeringsOfCircuit,
} from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { findExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { virtualNetworkOf } from "../../model/virtual-network.ts";

const PREFIXES = ["primaryPeerAddressPrefix", "secondaryPeerAddressPrefix"] as const;

export const overlappingPeerPrefix: Rule = {
  id: "express-route-circuit/overlapping-peer-prefix",
  severity: "error",
  summary: "The links of a circuit do not use addresses of the virtual networks behind it.",
  source: circuitPeerings.source,
  after: ["express-route-circuit/invalid-peer-prefix"],

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      const peerings = peeringsOfCircuit(circuit, estate).filter(isPrivatePeering);
      if (peerings.length === 0) continue;

      const ranges = rangesBehind(circuit, estate);
      for (const { resource, name } of peerings) {
        for (const property of PREFIXES) {
          const text = textOf(propertyOf(resource, property));
          const prefix = text === undefined ? undefined : parsePrefix(text);
          const [first] = prefix ? [...ranges.covering(prefix), ...ranges.inside(prefix)] : [];
          if (!first) continue;
          const { network, range } = first.value;
          yield {
            message: `The peering ${name} of ${circuit.name} uses ${text}, which overlaps ${range.text} of ${network.name}.`,
            origin: originOf(resource, "properties", property),
            related: [{ message: `${network.name} uses ${range.text}`, origin: range.origin }],
            hint: `Give the link a range that no virtual network uses.`,
          };
        }
      }
    }
  },
};

/** The networks of its gateways, and those that use them. */
function rangesBehind(circuit: ExpressRouteCircuit, estate: EstateIndex) {
  const peered = peeredNetworks(estate);
  const keys = new Set(
    connectionsOfCircuit(circuit, estate).flatMap(({ gatewayKey }) => {
      const hub = findExpressRouteGateway(gatewayKey, estate)?.networkKey;
      if (hub === undefined) return [];
      return [hub, ...[...peered.peersOf(hub)].filter((peer) => peered.remoteGatewaysOf(peer).has(hub))];
    }),
  );
  return createPrefixTable(
    [...keys]
      .flatMap((key) => estate.find(key) ?? [])
      .map(virtualNetworkOf)
      .flatMap((network) =>
        network.addressSpace.filter(isValid).map((range) => [range.prefix, { network, range }] as const),
      ),
  );
}
