import { firstAddress } from "../../ip/index.ts";
import type { LinkEnd, NextHop } from "../../model/topology.ts";
import { endHere, type World } from "../trace/world.ts";
import { countsAsOwn } from "./crossings.ts";
import { hostPrefixes } from "./cuts.ts";
import { type Arrival, endsWith, type Next, type Place } from "./next.ts";
import type { NodeKinds } from "./node-kinds.ts";
import { codeOf } from "./outcome-codes.ts";
import type { Regions } from "./regions.ts";
import { nextsAt, passOn } from "./steps.ts";
import type { Decision, TableRuns, TableRunsOf } from "./table-runs.ts";
import type { VantageOf } from "./vantages.ts";
import type { WayBook } from "./ways.ts";

/** Where packets are looked up: all places from which they go the same ways. */
export interface Spot extends Place {
  readonly number: number;
  readonly tableRuns: TableRuns;
  /** The row that decides says all: nothing may be left out of its table, and nobody else looks at the packet. */
  readonly isPlain: boolean;
  /** By the numbers of decisions. */
  readonly steps: Map<number, Steps>;
  /** Those that it has in common with other networks. */
  readonly sharedSteps: Map<number, Steps> | undefined;
}

export interface Steps {
  /** The ways, where they end without another place. */
  readonly fixed: number | undefined;
  readonly all: readonly Step[];
  /** Equal where the ways on are the same. */
  readonly key: string;
}

export interface Step {
  /** What it meets first, as a path. */
  readonly met: number;
  readonly to: { readonly ways: number } | { readonly spot: Spot } | { readonly entry: Entry };
}

/** A node that keeps what is for its own addresses and sends on the rest. */
export interface Entry {
  readonly number: number;
  /** The regions of those, in order. */
  readonly own: readonly number[];
  readonly staying: number;
  readonly onward: Step;
}

export interface Spots {
  readonly spotOf: (place: Place) => Spot;
  /** What its table decides in one of its runs leads on to these. */
  readonly stepsAt: (spot: Spot, run: number) => Steps;
}

export function createSpots(
  world: World,
  regions: Regions,
  kinds: NodeKinds,
  tableRunsOf: TableRunsOf,
  vantageOf: VantageOf,
  book: WayBook,
): Spots {
  const spots = new Map<string, Spot>();
  const entries = new Map<string, Entry>();
  /** By vantage. */
  const shared = new Map<string, Map<number, Steps>>();
  /** By the ends that packets leave from: of what others send, and of what counts as the network's own. */
  const overLinks = [new Map<LinkEnd, Steps>(), new Map<LinkEnd, Steps>()] as const;
  /** By the numbers of spots, the last that was asked for. */
  const toAppliances: { readonly hop: NextHop; readonly steps: Steps }[] = [];
  const nowhereOn: Steps = { all: [], fixed: book.settled(codeOf("dropped")), key: "" };

  function spotOf(place: Place): Spot {
    const key = `${kinds.kindOfSender(place.node)} at ${kinds.kindOfTable(place.table)} ${place.passesOn}`;
    const spot = spots.get(key) ?? createSpot(place, spots.size);
    spots.set(key, spot);
    return spot;
  }

  function createSpot(place: Place, number: number): Spot {
    const isPlain = place.passesOn === "done" && !kinds.mayLeaveOut(place.table);
    const vantage = isPlain ? vantageOf(place.node) : undefined;
    return {
      ...place,
      number,
      tableRuns: tableRunsOf(place.table),
      isPlain,
      steps: new Map(),
      sharedSteps: vantage === undefined ? undefined : sharedBy(vantage),
    };
  }

  function sharedBy(vantage: string): Map<number, Steps> {
    const steps = shared.get(vantage) ?? new Map<number, Steps>();
    shared.set(vantage, steps);
    return steps;
  }

  function stepsAt(spot: Spot, run: number): Steps {
    const { runs, decisions } = spot.tableRuns;
    const decision = decisions[runs.values[run] ?? 0];
    const number = decision?.number ?? -1;
    const known = spot.steps.get(number) ?? spot.sharedSteps?.get(number);
    if (known) return known;

    const found = findSteps(spot, decision);
    const isShared = decision !== undefined && leadsElsewhere(decision);
    ((isShared ? spot.sharedSteps : undefined) ?? spot.steps).set(number, found);
    return found;
  }

  function findSteps(spot: Spot, decision: Decision | undefined): Steps {
    const rows = decision?.found?.rows;
    const row = spot.isPlain && rows?.length === 1 ? rows[0].row : undefined;
    if (!row || row.undecided !== undefined) return stepsBy(spot, decision);

    switch (row.nextHop.to) {
      case "none":
        // Of most tables most rows lead to nobody.
        return nowhereOn;
      case "link":
        return overLink(spot, row.nextHop.link, () => stepsBy(spot, decision));
      case "addresses":
        return toAppliance(spot, row.nextHop, () => stepsBy(spot, decision));
      case "members":
      case "nodes":
      case "table":
      case "internet":
      case "service":
        return stepsBy(spot, decision);
    }
  }

  /** The same for all that stand at one end of it, be they a network's own subnets or its gateways. */
  function overLink({ node }: Spot, link: string, find: () => Steps): Steps {
    const here = endHere(link, node, world);
    if (!here) return find();

    const known = overLinks[countsAsOwn(node) ? 1 : 0];
    const steps = known.get(here) ?? find();
    known.set(here, steps);
    return steps;
  }

  /** Several ranges lead to one. */
  function toAppliance({ number }: Spot, hop: NextHop, find: () => Steps): Steps {
    const known = toAppliances[number];
    if (known?.hop === hop) return known.steps;

    const steps = find();
    toAppliances[number] = { hop, steps };
    return steps;
  }

  function stepsBy(spot: Spot, decision: Decision | undefined): Steps {
    const nexts = decision ? nextsAt(spot, decision, regions, kinds, world) : [endsWith("noRoute")];
    const all = nexts.map(stepOf);
    const fixed = fixedBy(all);
    return { all, fixed, key: fixed === undefined ? all.map(keyOf).join("; ") : "" };
  }

  /** `undefined` where one of them leads on. */
  function fixedBy(steps: readonly Step[]): number | undefined {
    let ways: number | undefined;
    for (const { met, to } of steps) {
      if (!("ways" in to)) return undefined;
      const own = book.after(met, to.ways);
      ways = ways === undefined ? own : book.both(ways, own);
    }
    return ways ?? book.settled(codeOf("notModelled"));
  }

  function stepOf({ path, to }: Next): Step {
    const met = book.path(path);
    if (to.at === "end") return { met, to: { ways: book.ending(to.end) } };
    return { met, to: to.at === "place" ? { spot: spotOf(to.place) } : { entry: entryOf(to.arrival) } };
  }

  function entryOf(arrival: Arrival): Entry {
    const { node, table, passesOn } = arrival;
    const key = `${node.id} ${table} ${passesOn}`;
    const entry = entries.get(key) ?? findEntry(arrival, entries.size);
    entries.set(key, entry);
    return entry;
  }

  function findEntry(arrival: Arrival, number: number): Entry {
    const { node } = arrival;
    const staying = book.ending({ at: "node", node });
    if (!world.up.isUp(node.id)) return { number, own: [], staying, onward: stepOf(endsWith("dropped")) };

    const own = hostPrefixes(node).map((prefix) => regions.regionOf(firstAddress(prefix)));
    return { number, own: own.sort((a, b) => a - b), staying, onward: stepOf(passOn(arrival, world)) };
  }

  return { spotOf, stepsAt };
}

/** What it leads to is neither the network's own nor found by the table, and so the same for all of one vantage. */
function leadsElsewhere({ found }: Decision): boolean {
  return (
    found?.rows.every(({ row: { nextHop } }) => {
      switch (nextHop.to) {
        case "nodes":
        case "internet":
        case "service":
        case "none":
          return true;
        case "members":
        case "link":
        case "addresses":
        case "table":
          return false;
      }
    }) ?? true
  );
}

/** Equal for steps that lead to the same by the same path. */
function keyOf({ met, to }: Step): string {
  if ("ways" in to) return `${met} to ${to.ways}`;
  return `${met} ${"spot" in to ? `spot ${to.spot.number}` : `entry ${to.entry.number}`}`;
}
