import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Intent } from "../../model/intent.ts";
import type { Decided } from "../decide.ts";
import type { GatewayPlan } from "../gateways/gateway-plan.ts";
import { accessesByName } from "./accesses.ts";

/**
 * Pairs that must never reach each other, and that a facility joins which stands there for others: it passes on
 * everything that comes in by BGP at either gateway, whoever asked for it.
 */
export function checkRelays(
  intent: Intent,
  decided: readonly Decided[],
  { facilities, hosts }: GatewayPlan,
): readonly Diagnostic[] {
  const relays = facilities.filter(({ demands }) =>
    demands.some(({ asks }) => asks.transitBetween !== undefined),
  );
  if (intent.isolate.length === 0 || relays.length === 0) return [];

  const accesses = accessesByName(decided, (network) => hosts.get(network) ?? network);
  const asked = new Set(
    decided
      .filter(({ decision }) => decision.status !== "impossible")
      .map(({ decision }) => [...decision.between].sort().join(" - ")),
  );
  return intent.isolate.flatMap(({ between: [a, b], origin }): readonly Diagnostic[] => {
    if (asked.has([a.text, b.text].sort().join(" - "))) return [];

    const relay = relays.find(({ at }) =>
      (accesses.get(a.text) ?? []).some((one) =>
        (accesses.get(b.text) ?? []).some(
          (other) =>
            "virtualNetwork" in at &&
            [one, other].every(({ host, routes }) => host === at.virtualNetwork && routes.by !== "client") &&
            one.routes.medium !== other.routes.medium,
        ),
      ),
    );
    if (!relay) return [];
    return [
      {
        rule: "intent/isolated-connection",
        severity: "error",
        message: `${a.text} and ${b.text} are to be isolated, and ${relay.name} joins the gateways at which they come in.`,
        origin,
        related: decided
          .filter(({ wish }) => relay.demands.some(({ usedBy }) => usedBy === wish.name))
          .map(({ wish }) => ({ message: `${wish.name} needs ${relay.name}`, origin: wish.origin })),
        hint: "Let one of them use another gateway.",
      },
    ];
  });
}
