import type { ConnectionKind, End, Wish } from "../../model/connection-kind.ts";
import type { OutsideRoutes } from "../../model/outside-routes.ts";
import type { Decided } from "../decide.ts";

/** Where something outside Azure comes in: by which connection, and at the gateway of which network. */
export interface Access {
  readonly end: End;
  readonly wish: Wish;
  readonly kind: ConnectionKind;
  readonly host: string;
  readonly routes: OutsideRoutes;
}

/** By the name of what comes in. A stand-in is none: while nothing fails, nothing goes that way. */
export function accessesByName(
  decided: readonly Decided[],
  hostOf: (network: string) => string,
): ReadonlyMap<string, readonly Access[]> {
  const accesses = new Map<string, Access[]>();
  for (const { wish, decision, kind, tunnels } of decided) {
    const first = tunnels ?? kind;
    const routes = first?.outsideRoutes?.(wish);
    const network = wish.ends.find(({ type }) => type === "virtualNetwork");
    const end = wish.ends.find(({ type }) => type !== "virtualNetwork");
    if (!first || !routes || !network || !end || decision.status === "impossible") continue;

    const access = { end, wish, kind: first, host: hostOf(network.name), routes };
    accesses.set(end.name, [...(accesses.get(end.name) ?? []), access]);
  }
  return accesses;
}
