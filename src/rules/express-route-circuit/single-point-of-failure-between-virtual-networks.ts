import { remoteVirtualNetworksOnCircuit } from "../../azure/transit.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { allExpressRouteCircuits } from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import { type ExpressRouteGateway, findExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { flagOf } from "../../model/flag-of.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";

const FLAG = "allowRemoteVnetTraffic";

export const singlePointOfFailureBetweenVirtualNetworks: Rule = {
  id: "express-route-circuit/single-point-of-failure-between-virtual-networks",
  severity: "warning",
  summary: "Virtual networks reach each other without a circuit to on-premises.",
  source: remoteVirtualNetworksOnCircuit.source,

  *check(estate) {
    const told = new Set<string>();
    for (const circuit of allExpressRouteCircuits(estate)) {
      const gateways = connectionsOfCircuit(circuit, estate)
        .flatMap(({ gatewayKey }) => findExpressRouteGateway(gatewayKey, estate) ?? [])
        .filter(({ resource }) => flagOf(resource, FLAG) === true);
      for (const [index, one] of gateways.entries()) {
        const other = gateways.slice(index + 1).find((each) => needCircuit(one, each, estate));
        const pair = other && [one.resource.id, other.resource.id].sort().join(" ");
        if (!other || !pair || told.has(pair)) continue;
        told.add(pair);

        const [here, there] = [one, other].map(({ networkKey }) => nameOf(networkKey, estate));
        yield {
          message: `${here} and ${there} reach each other over ${circuit.name} alone: as far as its peering location and back, in the bandwidth of the gateways, and not while it is down.`,
          origin: originOf(one.resource, "properties", FLAG),
          related: [
            {
              message: `${other.name} allows it too`,
              origin: originOf(other.resource, "properties", FLAG),
            },
          ],
          hint: `Peer ${here} with ${there}; packets then stay inside Azure.`,
        };
      }
    }
  },
};

function needCircuit(a: ExpressRouteGateway, b: ExpressRouteGateway, estate: EstateIndex): boolean {
  if (a.networkKey === undefined || b.networkKey === undefined || a.networkKey === b.networkKey) return false;

  const peered = peeredNetworks(estate);
  return peered.peersAreKnown(a.networkKey) && !peered.peersOf(a.networkKey).has(b.networkKey);
}

function nameOf(networkKey: string | undefined, estate: EstateIndex): string {
  return estate.find(networkKey ?? "")?.name ?? nameOfId(networkKey ?? "");
}
