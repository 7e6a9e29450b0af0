import type { Node } from "../../model/topology.ts";
import type { Flow } from "../../model/trace.ts";
import type { Solved } from "../solved.ts";
import type { World } from "../trace/world.ts";
import { traceIn } from "../trace.ts";
import { cutsOf } from "./cuts.ts";
import { type AddressClass, classAt, classifyEndpoints, type EndpointClasses } from "./endpoint-classes.ts";
import { membersOf } from "./members.ts";
import { hopNodes, namedNodes } from "./named-nodes.ts";
import { createNodeKinds } from "./node-kinds.ts";
import { codeOf, type OutcomeCode } from "./outcome-codes.ts";
import { createRegions } from "./regions.ts";
import { createResolver } from "./resolve.ts";
import { createRows, type See } from "./rows.ts";
import { createSpots } from "./spots.ts";
import { createTableRuns } from "./table-runs.ts";
import { createVantages } from "./vantages.ts";
import { createVerdicts } from "./verdicts.ts";
import { createWalker, type Walks } from "./walks.ts";
import { createWayBook } from "./ways.ts";

/** Reach between classes of addresses. */
export interface AddressReach extends EndpointClasses {
  /** From one class to all others of its family, in order: stretches of equal outcomes. */
  visit(from: number, see: See): void;
  /** `undefined` where they have no family of addresses in common. */
  between(from: number, to: number): OutcomeCode | undefined;
}

export function createAddressReach(
  endpoints: readonly Node[],
  world: World,
  solved: Solved,
  flow: Flow,
): AddressReach {
  const { topology } = world;
  const members = membersOf(world);
  const regions = createRegions(cutsOf(world, solved, members.prefixes));
  const hops = hopNodes(topology, solved);
  const named = namedNodes(topology, hops);
  const kinds = createNodeKinds(world, named);
  const { classes, pieces } = classifyEndpoints(endpoints, regions, members, kinds, world);
  const tableRunsOf = createTableRuns(world, solved, regions, kinds);
  const book = createWayBook(kinds.numberOf);
  const vantageOf = createVantages(world, hops, named, kinds.numberOf);
  const spots = createSpots(world, regions, kinds, tableRunsOf, vantageOf, book);
  const walker = createWalker(regions, spots, book);
  const verdicts = createVerdicts(world, regions, tableRunsOf);
  const walks: (Walks | null)[] = [];

  function walksFrom({ id, sender }: AddressClass): Walks | undefined {
    const known = walks[id];
    if (known !== undefined) return known ?? undefined;

    const table = topology.tables.get(sender.table ?? "");
    const found = table && walker.from({ node: sender, table, passesOn: "done" });
    walks[id] = found ?? null;
    return found;
  }

  function askTracer(from: AddressClass, to: AddressClass): OutcomeCode {
    const [source, destination] = [from, to].map(({ endpoint, address }) => ({ node: endpoint.id, address }));
    return source && destination
      ? codeOf(traceIn(world, source, destination, flow).outcome)
      : codeOf("notModelled");
  }

  const grounds = { world, regions, kinds, verdicts, book, classes, walksFrom };
  const rows = createRows(classes, flow, grounds, createResolver(grounds), askTracer);
  return {
    classes,
    pieces,
    visit: (from, see) => rows.visit(classAt(classes, from), see),
    between: (from, to) => rows.one(classAt(classes, from), classAt(classes, to)),
  };
}
