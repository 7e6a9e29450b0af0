import { circuitRouteLimits } from "../../azure/expressroute-circuits.ts";
import { parsePrefix } from "../../ip/index.ts";
import type { Site } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { allExpressRouteCircuits, type ExpressRouteCircuit } from "../../model/express-route-circuit.ts";
import { originOf } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";

const FAMILIES = [
  { family: 4, limits: circuitRouteLimits.value.privateIpv4 },
  { family: 6, limits: circuitRouteLimits.value.privateIpv6 },
] as const;

export const exceedsRouteLimit: Rule = {
  id: "express-route-circuit/exceeds-route-limit",
  severity: "error",
  summary: "The sites behind a circuit advertise no more prefixes than its tier takes.",
  source: circuitRouteLimits.source,

  *check(estate) {
    for (const circuit of allExpressRouteCircuits(estate)) {
      for (const { family, limits } of FAMILIES) {
        const limit = limitOf(circuit, limits);
        if (limit === undefined) continue;

        const advertised = sitesBehind(circuit, estate).flatMap((site) =>
          site.addressPrefixes.flatMap((text, index) =>
            parsePrefix(text)?.family === family ? [{ site, index }] : [],
          ),
        );
        const first = advertised[limit];
        if (!first) continue;
        yield {
          message: `${first.site.name} and what else ${circuit.name} leads to have ${advertised.length} prefixes of IPv${family}; above ${limit} Azure ends the session of a ${circuit.tier} circuit.`,
          origin: originWithin(first.site.origin, "addressPrefixes", first.index),
          related: [
            {
              message: `${circuit.name} is ${circuit.tier}`,
              origin: originOf(circuit.resource, "sku", "tier"),
            },
          ],
          hint: "Advertise summaries, one for each site where that is possible.",
        };
      }
    }
  },
};

function limitOf(
  { tier }: ExpressRouteCircuit,
  limits: Readonly<Record<string, number>>,
): number | undefined {
  return Object.entries(limits).find(([name]) => name.toLowerCase() === tier?.toLowerCase())?.[1];
}

/** A router that passes on a part of the prefixes only may well summarise, and one whose list is written tells nothing else. */
function sitesBehind({ resource }: ExpressRouteCircuit, estate: EstateIndex): readonly Site[] {
  const key = keyOf(resource.id);
  const names = new Set(
    estate.estate.providerRouters
      .filter(({ advertises, passesOn }) => advertises === undefined && passesOn === undefined)
      .filter(({ circuits }) => circuits.some((id) => keyOf(id) === key))
      .map(({ site }) => site),
  );
  return estate.estate.sites.filter(({ name }) => names.has(name));
}
