import type { Layout, SharedHost } from "./exact-layout.ts";

/*
 * How far the exact method goes, for one part; only clients with a choice count. In practice: 16 spokes of a hub, 15 of
 * two hubs, 13 networks that all peer with each other, 18 where each peers with few. Measured on 2 cores, where one
 * price takes ten microseconds: 1.1 seconds (2 to 3 on a busy machine), and 0.4 where prices take no time.
 */

/** Clients with a choice. */
const MOST_OPEN = 18;

/** Sets of clients that a price is asked for: most of the time. */
const MOST_BLOCKS = 2 ** 16;

/** Sets of clients joined with sets of clients. */
const MOST_STEPS = 2 ** 27;

/** Memory: a number for each host and set of clients. */
const MOST_CELLS = 2 ** 23;

/** Choices, counted with those that break rules: their numbers in the order of names must be exact. */
const MOST_CHOICES = Number.MAX_SAFE_INTEGER;

export function isWithinExact({ open, shared, choices }: Layout): boolean {
  if (open.length > MOST_OPEN || choices > MOST_CHOICES) return false;
  if (shared.length * 2 ** open.length > MOST_CELLS) return false;
  return (
    sum(shared.map(blocksAt)) <= MOST_BLOCKS &&
    sum(shared.map((host, place) => stepsAt(host, place, open.length))) <= MOST_STEPS
  );
}

function blocksAt({ guests, self }: SharedHost): number {
  return 2 ** (self ? guests.length - 1 : guests.length);
}

/** The first host joins its sets with the empty one only. */
function stepsAt(host: SharedHost, place: number, open: number): number {
  const { guests, self } = host;
  if (place === 0) return blocksAt(host);
  return 3 ** (self ? guests.length - 1 : guests.length) * 2 ** (open - guests.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
