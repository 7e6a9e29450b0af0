import type { ConnectionKind, End } from "../../model/connection-kind.ts";
import type { Intent } from "../../model/intent.ts";
import type { Decided } from "../decide.ts";
import type { GatewayPlan } from "./gateway-plan.ts";

/** Connections that nobody asked for, and that a network needs to use its host's gateway: named as such. */
export function addTransitPeerings(
  decided: readonly Decided[],
  { addedPairs }: GatewayPlan,
  intent: Intent,
  kinds: readonly ConnectionKind[],
): readonly Decided[] {
  const kind = kinds.find(({ carriesTransit }) => carriesTransit === true);
  if (!kind || addedPairs.length === 0) return decided;

  const added = addedPairs.flatMap(({ network, host }): readonly Decided[] => {
    const ends = [endOf(network, intent), endOf(host, intent)];
    const [a, b] = ends;
    const cause = decided.find(
      ({ wish }) => wish.via === host && wish.ends.some(({ name }) => name === network),
    );
    if (!a || !b || !cause) return [];

    const name = `${network} - ${host}`;
    const { origin } = cause.wish;
    const text = `Nobody asked for it: ${network} needs it to use the gateway of ${host}, as ${cause.wish.name} asks.`;
    return [
      {
        wish: { name, ends: [a, b], needs: {}, origin },
        kind,
        decision: {
          name,
          between: [network, host],
          status: "chosen",
          kind: kind.name,
          title: kind.title,
          paths: [{ kind: kind.name, role: "primary" }],
          because: [{ text }],
          rejected: [],
          origin,
        },
        diagnostics: [],
      },
    ];
  });
  return [...decided, ...added];
}

function endOf(name: string, intent: Intent): End | undefined {
  const network = intent.virtualNetworks.find((candidate) => candidate.name === name);
  return network && { type: "virtualNetwork", name, network };
}
