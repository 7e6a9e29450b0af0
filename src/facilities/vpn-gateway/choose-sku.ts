import { nonZonalSkusRefusedSince, vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { Demand } from "../../model/demand.ts";
import { type Candidate, candidateOf, candidates, skuNamed } from "./candidate.ts";
import type { Requirement } from "./requirement.ts";
import { shortfallsOf } from "./shortfalls.ts";

export interface ChosenSku {
  readonly candidate: Candidate;
  readonly because: readonly Reason[];
}

/** The smallest that does all that is asked, or the one that a person named, where it does. */
export function chooseSku(demands: readonly Demand[], asked: Requirement): ChosenSku | Refusal {
  const named = [
    ...new Set(demands.flatMap(({ asks }) => (asks.sku === undefined ? [] : [asks.sku]))),
  ].sort();
  const skus = new Set(named.map((name) => skuNamed(name) ?? name));
  const [name] = skus;
  if (skus.size > 1) return refuseSeveral([...skus], demands);
  return name === undefined ? smallestFor(asked) : chooseNamed(name, asked);
}

function smallestFor(asked: Requirement): ChosenSku | Refusal {
  const chosen = candidates.find((candidate) => shortfallsOf(candidate, asked).length === 0);
  const smaller = candidates.slice(0, chosen ? candidates.indexOf(chosen) : 0);
  const largest = candidates.at(-1);
  if (!chosen) return refuseShort(largest, "the largest VPN gateway", asked);
  return {
    candidate: chosen,
    because: [
      {
        text: `${chosen.sku} (${chosen.generation}) is the smallest that suffices: ${capacityOf(chosen)}.`,
        source: vpnGatewaySkus.source,
      },
      ...smaller.flatMap((candidate) =>
        shortfallsOf(candidate, asked)
          .slice(0, 1)
          .map(({ says, source }) => ({ text: `${candidate.sku} ${says}.`, source })),
      ),
    ],
  };
}

function chooseNamed(name: string, asked: Requirement): ChosenSku | Refusal {
  const features = vpnGatewaySkus.value[name];
  if (!features) {
    return {
      because: `${name} is no SKU of a VPN gateway.`,
      source: vpnGatewaySkus.source,
      waysOut: [`Name one of ${candidates.map(({ sku }) => sku).join(", ")}, or none.`],
    };
  }
  if (features.retired) {
    const { on, replacement } = features.retired;
    return {
      because: `${name} was retired on ${on}, and Azure creates no such gateway any more; ${replacement} replaces it.`,
      source: nonZonalSkusRefusedSince.source,
      waysOut: [`Name ${replacement}, or no SKU.`],
    };
  }
  const candidate = candidateOf(name);
  if (!candidate || shortfallsOf(candidate, asked).length > 0)
    return refuseShort(candidate, "which is named", asked);
  return {
    candidate,
    because: [
      {
        text: `${name} (${candidate.generation}) is named, and it suffices: ${capacityOf(candidate)}.`,
        source: vpnGatewaySkus.source,
      },
    ],
  };
}

function capacityOf({ capacity, userConnections }: Candidate): string {
  return `${capacity.aggregateMbps} Mbps in all, ${capacity.tunnels} tunnels, ${userConnections} users at once`;
}

function refuseShort(candidate: Candidate | undefined, what: string, asked: Requirement): Refusal {
  if (!candidate) throw new Error("no SKU of a VPN gateway can be created");

  const shortfalls = shortfallsOf(candidate, asked);
  const [first] = shortfalls;
  return {
    because: `${candidate.sku}, ${what}, ${shortfalls.map(({ says }) => says).join("; it ")}.`,
    ...(first ? { source: first.source } : {}),
    waysOut: [...new Set(shortfalls.flatMap(({ waysOut }) => waysOut))],
  };
}

function refuseSeveral(skus: readonly string[], demands: readonly Demand[]): Refusal {
  const users = demands.flatMap(({ asks, usedBy }) => (asks.sku === undefined ? [] : [usedBy]));
  return {
    because: `One gateway has one SKU, and ${[...new Set(users)].sort().join(", ")} name ${skus.join(" and ")}.`,
    source: vpnGatewaySkus.source,
    waysOut: ["Name the same SKU everywhere, or none."],
  };
}
