import { virtualNetworkLinks } from "../../azure/expressroute-circuits.ts";
import { allExpressRouteCircuits, type ExpressRouteCircuit } from "../../model/express-route-circuit.ts";
import { connectionsOfCircuit } from "../../model/express-route-connection.ts";
import type { Rule } from "../../model/rule.ts";

export const exceedsVirtualNetworkLinkLimit: Rule = {
  id: "express-route-circuit/exceeds-virtual-network-link-limit",
  severity: "error",
  summary: "A circuit is linked with no more virtual networks than its tier and bandwidth allow.",
  source: virtualNetworkLinks.source,

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      const limit = linksOf(circuit);
      if (limit === undefined) continue;

      const byGateway = new Map(connectionsOfCircuit(circuit, estate).map((each) => [each.gatewayKey, each]));
      const first = [...byGateway.values()][limit];
      if (!first) continue;
      yield {
        message: `${circuit.name} is linked with ${byGateway.size} virtual networks; as a ${circuit.tier} circuit it takes ${limit}, and ${first.name} is the first above.`,
        origin: first.origin,
        hint: isPremium(circuit)
          ? `Link fewer networks with ${circuit.name}, and reach the others by peering.`
          : `Make ${circuit.name} Premium, or reach some networks by peering with gateway transit.`,
      };
    }
  },
};

function linksOf(circuit: ExpressRouteCircuit): number | undefined {
  const { localAndStandard, premium } = virtualNetworkLinks.value;
  const { tier, bandwidthMbps } = circuit;
  if (tier === undefined) return undefined;
  if (!isPremium(circuit)) return localAndStandard;
  if (bandwidthMbps === undefined) return undefined;

  return premium.find(({ mbps }) => mbps >= bandwidthMbps)?.links;
}

function isPremium({ tier }: ExpressRouteCircuit): boolean {
  return tier?.toLowerCase() === "premium";
}
