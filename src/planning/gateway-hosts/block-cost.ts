import type { ProblemIndex } from "./problem-index.ts";
import type { Part } from "./split-parts.ts";

/** What it costs that these clients, and no others, use this host. Sums of these are exact: all are whole numbers. */
export interface Cost {
  /** Ten-thousandths, as money is rounded; where not all is known, the part that is. */
  readonly units: number;
  readonly isKnown: boolean;
  readonly gateways: number;
  /** Peerings that nobody asked for. */
  readonly added: number;
}

/** `undefined`: refused. Clients come in ascending order, so that one set is asked for in one way. */
export type BlockCost = (host: number, clients: readonly number[]) => Cost | undefined;

export const NOTHING: Cost = { units: 0, isKnown: true, gateways: 0, added: 0 };

const UNITS = 10_000;

export function blockCosts(part: Part, index: ProblemIndex): BlockCost {
  // A hub of 400 with a choice has few that it takes a new peering to: only those are walked for a sum.
  const addedAt = part.hosts.map((_, at) => addedPrices(part, at));
  return (at, clients) => {
    const host = part.hosts[at];
    if (!host) return undefined;
    if (clients.length === 0) return NOTHING;
    const answer = index.ask(
      host.name,
      clients.flatMap((client) => part.clients[client]?.demands ?? []),
    );
    if ("because" in answer) return undefined;
    const peerings = addedAt[at];
    let units = toUnits(answer.monthly);
    let { isKnown } = answer;
    let added = 0;
    if (peerings && peerings.size > 0) {
      for (const client of clients) {
        const price = peerings.get(client);
        if (!price) continue;
        added++;
        units += price.units;
        isKnown &&= price.isKnown;
      }
    }
    return { units, isKnown, gateways: answer.gateways ?? 1, added };
  };
}

function addedPrices(part: Part, at: number): Map<number, { units: number; isKnown: boolean }> {
  const guests = part.hosts[at]?.guests ?? [];
  return new Map(
    guests.flatMap((guest) => {
      const price = part.clients[guest]?.options.find((option) => option.at === at)?.added;
      return price ? [[guest, { units: toUnits(price.monthly), isKnown: price.isKnown }] as const] : [];
    }),
  );
}

export function addCosts(a: Cost, b: Cost): Cost {
  return {
    units: a.units + b.units,
    isKnown: a.isKnown && b.isKnown,
    gateways: a.gateways + b.gateways,
    added: a.added + b.added,
  };
}

export function toMonthly(units: number): number {
  return units / UNITS;
}

function toUnits(monthly = 0): number {
  return Math.round(monthly * UNITS);
}
