import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import type { Intent } from "../../model/intent.ts";
import type { Decided } from "../decide.ts";
import { chooseHosts } from "../gateway-hosts/choose-hosts.ts";
import type { HostGap, NoHosts } from "../gateway-hosts/host-choice.ts";
import { isServed, planTransits } from "../transit/plan-transits.ts";
import { demandsOfAll, kindsOf } from "../with-backup.ts";
import { costOfOne, type GatewayMeans } from "./gateway-means.ts";
import { type GatewayPlan, noGateways } from "./gateway-plan.ts";
import { hostProblem, wishOfDemand } from "./host-problem-of.ts";
import { keepSizes } from "./keep-sizes.ts";
import { sizeFacilities } from "./size-facilities.ts";

/** Where the gateways stand, how large they are, and which circuits there are, for all connections together. */
export function planGateways(intent: Intent, decided: readonly Decided[], means: GatewayMeans): GatewayPlan {
  const needing = decided.filter((one) => kindsOf(one).some(({ gateway }) => gateway !== undefined));
  if (needing.length === 0)
    return { ...noGateways, transits: planTransits(decided, (network) => network, means.facilityTypes) };

  const choice = chooseHosts(hostProblem(intent, decided, means));
  if (choice.kind === "impossible") return { ...noGateways, diagnostics: [conflict(choice, needing)] };

  const hostOf = (network: string) => choice.hosts.get(network) ?? network;
  const transits = planTransits(decided, hostOf, means.facilityTypes);
  const demandsOf = new Map([
    ...needing.map((one) => [one.wish, demandsOfAll(one, hostOf)] as const),
    ...transits.filter(isServed).map(({ wish, demands }) => [wish, demands] as const),
  ]);
  const demands = [...demandsOf.values()].flat();
  const costOf = costOfOne(means.priceOf);
  const sized = keepSizes(sizeFacilities(demands, means.facilityTypes, intent, costOf), intent, means);
  const facilities = sized.flatMap((one) => (one.sized ? [one.sized] : []));
  return {
    hosts: choice.hosts,
    facilities,
    demandsOf,
    addedPairs: choice.addedPeerings,
    transits,
    method: choice.method,
    ...(choice.gap ? { gap: choice.gap } : {}),
    diagnostics: [
      ...(choice.gap ? tellGap(choice.gap, intent) : []),
      ...sized.flatMap(({ refusal, demands }) =>
        refusal
          ? [
              refused(
                refusal,
                [...demandsOf.keys()].filter(({ name }) => demands.some(({ usedBy }) => usedBy === name)),
              ),
            ]
          : [],
      ),
    ],
  };
}

/** A placement that may not be the best says so, and how far from it it may be. */
function tellGap({ by, lowerBound, total }: HostGap, intent: Intent): readonly Diagnostic[] {
  if (total <= lowerBound) return [];

  const figure = (value: number) =>
    by === "monthly" ? `USD ${value.toFixed(2)} a month` : `${value} gateways`;
  return [
    {
      rule: "gateways/exceeds-exact-limit",
      severity: "info",
      message: `Where gateways stand was chosen by a heuristic, for there are too many networks to try all ways: it comes to ${figure(total)}, and no way comes to less than ${figure(lowerBound)}.`,
      origin: { file: intent.origin.file, path: ["virtualNetworks"] },
      at: "key",
      hint: "Give hubs role: hub, or write via, to decide yourself.",
    },
  ];
}

/** A gateway or a circuit that no size of it can be. */
function refused(refusal: Refusal, wishes: readonly Wish[]): Diagnostic {
  const [first, ...others] = wishes;
  return {
    rule: "connection/impossible",
    severity: "error",
    message: `${wishes.map(({ name }) => name).join(" and ")} cannot be connected: ${refusal.because}`,
    origin: refusal.origin ?? first?.origin ?? { file: "", path: [] },
    related: others.map(({ name, origin }) => ({ message: `${name} is asked for here`, origin })),
    hint: refusal.waysOut.join(" "),
  };
}

/** The smallest set of connections that cannot be met together, and what the gateway says to it. */
function conflict({ conflict, refused: hosts }: NoHosts, needing: readonly Decided[]): Diagnostic {
  const names = new Set(conflict.map(wishOfDemand));
  const wishes = needing.map(({ wish }) => wish).filter(({ name }) => names.has(name));
  const [first, ...others] = wishes;
  const [host] = hosts;
  const because = host ? host.refusal.because : "no network may hold the gateway that they need.";
  return {
    rule: "connection/impossible",
    severity: "error",
    message:
      `${wishes.map(({ name }) => name).join(" and ")} cannot be met ${wishes.length > 1 ? "together" : ""}: ${because}`.replace(
        " :",
        ":",
      ),
    origin: host?.refusal.origin ?? first?.origin ?? { file: "", path: [] },
    related: others.map(({ name, origin }) => ({ message: `${name} is asked for here`, origin })),
    hint: host
      ? host.refusal.waysOut.join(" ")
      : "Peer them with a network that may hold a gateway, or give an existing one a GatewaySubnet in the file.",
  };
}
