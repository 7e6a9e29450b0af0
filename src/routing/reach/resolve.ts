import { contains } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import type { World } from "../trace/world.ts";
import { passesLink } from "./crossings.ts";
import type { AddressClass } from "./endpoint-classes.ts";
import type { NodeKinds } from "./node-kinds.ts";
import { codeOf, type OutcomeCode } from "./outcome-codes.ts";
import type { Check, Path } from "./path.ts";
import { createPlainPairs, type PlainPairs, type Question } from "./plain-pairs.ts";
import type { Regions } from "./regions.ts";
import { type LinkCheck, meaningOf, sameKeepers } from "./shapes.ts";
import { codeOfRefusal, isRefused, type Verdicts } from "./verdicts.ts";
import { type Walks, waysTo } from "./walks.ts";
import type { OpenWay, WayBook, Ways } from "./ways.ts";

/** Only a trace can tell. */
export const untold = -1;

export interface Resolver extends Pick<PlainPairs, "begin" | "stretchesOf" | "kept"> {
  /** Of packets that left `from` with those parts; `untold` where only the tracer knows. */
  outcome(...asked: Parameters<PlainPairs["outcome"]>): OutcomeCode;
}

export interface Grounds {
  readonly world: World;
  readonly regions: Regions;
  readonly kinds: NodeKinds;
  readonly verdicts: Verdicts;
  readonly book: WayBook;
  readonly classes: readonly AddressClass[];
  /** `undefined` where the sender has no routes. */
  readonly walksFrom: (of: AddressClass) => Walks | undefined;
}

const delivered = codeOf("delivered");
const partlyDenied = codeOf("partlyDenied");
const returnPathMissing = codeOf("returnPathMissing");
const asymmetric = codeOf("asymmetric");
const notModelled = codeOf("notModelled");
const mostWays = 64;

/** Ends the ways of one class of destinations for one class of sources: checks, filters, and the way back. */
export function createResolver(grounds: Grounds): Resolver {
  const { world, regions, kinds, verdicts, book } = grounds;
  const plainPairs = createPlainPairs(grounds, isPlain, passesCheck);

  function outcome(
    from: AddressClass,
    to: AddressClass,
    id: number,
    question: Question,
    parts: number,
    isWhole: boolean,
  ): OutcomeCode {
    const plain = plainPairs.outcome(from, to, id, question, parts, isWhole);
    if (plain !== undefined) return plain;

    const ways = book.waysAt(id);
    return ways.needsTrace ? untold : walkThrough(from, to, ways, parts, isWhole);
  }

  function isPlain(of: AddressClass): boolean {
    const { sender, home } = of;
    const network = world.topology.nodes.get(home);
    const isAlone = network !== undefined && memberOf(network, of) === sender;
    return isAlone && of.isPrivate && world.up.isUp(sender.id) && !sender.balances;
  }

  function walkThrough(
    from: AddressClass,
    to: AddressClass,
    ways: Ways,
    parts: number,
    isWhole: boolean,
  ): OutcomeCode {
    let worst = ways.settled;
    const answered = new Set<number>();
    let answers = 0;
    for (const way of ways.open) {
      const end = arrive(from, to, way, parts, isWhole);
      if (end === untold) return untold;
      worst = Math.max(worst, end);
      if (!arrives(end) || answered.has(way.path)) continue;

      answered.add(way.path);
      const back = waysBack(from, to);
      answers += back?.count ?? 1;
      if (answers > mostWays) return untold;
      const answer = back ? answerOf(from, to, book.pathAt(way.path), back) : returnPathMissing;
      if (answer === untold) return untold;
      worst = Math.max(worst, answer);
    }
    return worst;
  }

  /** Through the checks of a way and in at its end. */
  function arrive(
    from: AddressClass,
    to: AddressClass,
    way: OpenWay,
    begun: number,
    isWhole: boolean,
  ): OutcomeCode {
    let parts = begun;
    for (const check of book.pathAt(way.path).checks) {
      const verdict = pass(check, from, to, parts);
      if (isRefused(verdict)) return codeOfRefusal(verdict);
      parts = verdict;
    }
    const end = book.endAt(way.end);
    if (end.at === "outcome") return end.code;
    if (end.at === "trace") return untold;

    const reached = end.at === "node" ? end.node : memberOf(end.network, to);
    if (typeof reached !== "object") return reached;
    if (!world.up.isUp(reached.id)) return codeOf("dropped");
    if (!from.isPrivate && kinds.isLeftOut(reached)) return notModelled;

    const verdict = verdicts.judge(reached, "inbound", from.region, to.region, parts);
    if (isRefused(verdict)) return codeOfRefusal(verdict);
    if (reached.balances) return untold;
    if ((reached.within ?? reached.id) !== to.home && reached.id !== to.home) return codeOf("overlap");
    if (reached !== to.sender) return untold;
    return isWhole && verdict === begun ? delivered : partlyDenied;
  }

  function pass(check: Check, from: AddressClass, to: AddressClass, parts: number): number {
    if (check.what === "filter") {
      return verdicts.judge(check.node, check.direction, from.region, to.region, parts);
    }
    return passesCheck(check, from) ? parts : -codeOf("dropped");
  }

  function passesCheck(check: LinkCheck, source: AddressClass): boolean {
    return passesLink(check, world, (prefix) => {
      const region = regions.prefixes[source.region];
      return region !== undefined && contains(prefix, region);
    });
  }

  /** Who gets it in that network, or why nobody does. */
  function memberOf(network: Node, to: AddressClass): Node | OutcomeCode {
    const nodes = to.holdings.find((held) => held.network === network.id)?.nodes;
    if (nodes && nodes.length > 1) return untold;
    if (nodes?.[0]) return nodes[0];

    const region = regions.prefixes[to.region];
    const isOwn = region && network.prefixes.some((prefix) => contains(prefix, region));
    if (network.table !== undefined && isOwn) return network;
    const isEmpty = world.index.membersOf(network.id) === undefined && network.table === undefined;
    return codeOf(isEmpty ? "leavesEstate" : "noRoute");
  }

  function waysBack(from: AddressClass, to: AddressClass): Ways | undefined {
    const walks = grounds.walksFrom(to);
    return walks && book.waysAt(waysTo(walks, from.region));
  }

  /** The worst answer of `to`; filters that saw the way there are open. */
  function answerOf(from: AddressClass, to: AddressClass, there: Path, back: Ways): OutcomeCode {
    if (!from.isPrivate && kinds.isLeftOut(to.sender)) return notModelled;
    if (back.needsTrace) return untold;

    let worst = meaningOf(back.settled);
    for (const way of back.open) {
      const end = answerBy(way, from, to, there);
      if (end === untold) return untold;
      worst = Math.max(worst, end);
    }
    return worst;
  }

  function answerBy(way: OpenWay, from: AddressClass, to: AddressClass, there: Path): OutcomeCode {
    const path = book.pathAt(way.path);
    for (const check of path.checks) {
      if (check.what === "link") {
        if (!passesCheck(check, to)) return returnPathMissing;
      } else if (!isOpen(check.node, from, to, there)) return untold;
    }
    const end = book.endAt(way.end);
    if (end.at === "outcome") return meaningOf(end.code);
    if (end.at === "trace") return untold;

    const reached = end.at === "node" ? end.node : memberOf(end.network, from);
    if (typeof reached !== "object") return reached === untold ? untold : meaningOf(reached);
    if (!world.up.isUp(reached.id)) return returnPathMissing;
    if (reached !== from.sender || reached.balances) return untold;
    if (!to.isPrivate && kinds.isLeftOut(reached)) return notModelled;
    return sameKeepers(there, path) ? delivered : asymmetric;
  }

  return { ...plainPairs, outcome };
}

function isOpen(node: Node, from: AddressClass, to: AddressClass, there: Path): boolean {
  return node === from.sender || node === to.sender || there.nodes.includes(node.id);
}

function arrives(code: OutcomeCode): boolean {
  return code === delivered || code === partlyDenied;
}
