import type { Decided } from "../decide.ts";
import { kindsOf } from "../with-backup.ts";
import type { GatewayPlan } from "./gateway-plan.ts";

/** Where gateways cannot be planned, what needs one is not connected, whatever was decided before. */
export function withoutGateways(
  decided: readonly Decided[],
  { diagnostics }: GatewayPlan,
): readonly Decided[] {
  const [first] = diagnostics;
  if (!first) return decided;

  return decided.map((one) => {
    if (one.isTransit !== true && kindsOf(one).every(({ gateway }) => gateway === undefined)) return one;

    const { wish, decision } = one;
    if (decision.status === "impossible") return one;
    const own = diagnostics.find(({ message }) => message.includes(wish.name));
    const text = own?.message ?? `No gateway is planned while this is not solved: ${first.message}`;
    const { name, description, between, rejected, origin } = decision;
    return {
      wish,
      diagnostics: one.diagnostics,
      decision: {
        name,
        ...(description === undefined ? {} : { description }),
        between,
        status: "impossible",
        paths: [],
        because: [{ text }],
        rejected,
        origin,
      },
    };
  });
}
