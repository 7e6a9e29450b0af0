import type { Client, Part } from "./split-parts.ts";

/** A part as the exact method sees it: clients without a choice are put where they must be. */
export interface Layout {
  /** Clients with a choice, by name; a set of them is a number with their bits. */
  readonly open: readonly number[];
  /** Hosts at which sets could meet; those with most guests first. */
  readonly shared: readonly SharedHost[];
  /** By open client: the hosts that nobody else could use. */
  readonly alone: readonly (readonly number[])[];
  readonly choices: number;
}

export interface SharedHost {
  readonly at: number;
  /** Clients that must be here: it stands whoever else comes. */
  readonly fixed: readonly number[];
  /** Bits of open clients; its own comes first, where it has one, and is in every set but the empty one. */
  readonly guests: readonly number[];
  readonly self: boolean;
}

export function layOut(part: Part): Layout {
  const open = [...part.clients.keys()].filter((client) => (part.clients[client]?.options.length ?? 0) > 1);
  const bits = new Map(open.map((client, bit) => [client, bit]));
  const shared: SharedHost[] = [];
  const alone = open.map((): number[] => []);
  for (const [at, { self: selfClient, guests: all }] of part.hosts.entries()) {
    const fixed = all.filter((client) => !bits.has(client));
    const self = selfClient === undefined ? undefined : bits.get(selfClient);
    const others = all.flatMap((client) => bits.get(client) ?? []).filter((bit) => bit !== self);
    const guests = self === undefined ? others : [self, ...others];
    const [only, second] = guests;
    if (fixed.length === 0 && only !== undefined && second === undefined) alone[only]?.push(at);
    else shared.push({ at, fixed, guests, self: self !== undefined });
  }
  shared.sort((a, b) => b.guests.length - a.guests.length || a.at - b.at);
  const choices = open.reduce((product, client) => product * (part.clients[client]?.options.length ?? 0), 1);
  return { open, shared, alone, choices };
}

/**
 * Each open client's options as digits of one number, the first client's digit the highest: numbers of choices are in the
 * order of their hosts' names, and the number of a choice is the sum over its clients.
 */
export function digitsOf(part: Part, { open }: Layout): ((at: number) => number)[] {
  let place = 1;
  return open
    .map((client) => part.clients[client])
    .toReversed()
    .map((client) => {
      const value = place;
      place *= client?.options.length ?? 1;
      return digitOf(client, value);
    })
    .toReversed();
}

function digitOf(client: Client | undefined, value: number): (at: number) => number {
  const places = new Map(client?.options.map(({ at }, digit) => [at, digit * value]));
  return (at) => places.get(at) ?? 0;
}
