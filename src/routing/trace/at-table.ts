import { compareAddresses, formatAddress, formatPrefix } from "../../ip/index.ts";
import type { Decider } from "../../model/trace.ts";
import type { Candidate, Found } from "../lookup.ts";
import { followRow } from "./follow-row.ts";
import { heedTable, isEnd } from "./gaps.ts";
import { endsAt, type Journey, lookedUp, type Packet, type Step } from "./journey.ts";
import { sendOn } from "./send-on.ts";
import { type Errand, nameOf, networkOf } from "./world.ts";

type AtTable = Extract<Step, { readonly at: "table" }>;

/** More places than any real way has: what goes further turns in circles that change the packet each time. */
const mostHops = 64;

/** The packet is looked up, and goes as many ways on as there are equal rows. */
export function stepAtTable(step: AtTable, errand: Errand): readonly Step[] {
  const { journey, table } = step;
  const { packet, node } = journey;
  if (wasSeen(step))
    return [endsAt(journey, "loop", `It comes back to ${nameOf(node, errand.world)} as it was.`)];
  if (journey.hops.length > mostHops)
    return [endsAt(journey, "loop", `It is still on its way after ${mostHops} hops.`)];

  const found = errand.world.lookup(table, packet.destination);
  if (!found)
    return [
      endsAt(
        journey,
        "noRoute",
        `${nameOfTable(step, errand)} has no route to ${formatAddress(packet.destination)}.`,
      ),
    ];

  const heeded = heedTable(journey, found, errand.world);
  const sending = !isEnd(heeded) && mustSendOn(step, found, errand) ? sendOn(heeded, errand) : heeded;
  if (isEnd(sending)) return [sending];

  const seen = { node, table, packet, before: journey.seen };
  const along = (candidate: Candidate) =>
    followRow(lookedUp(sending, seen, decider(candidate, found)), candidate, found, errand);
  const [candidate, ...others] = found.rows;
  return distinct(others.length === 0 ? along(candidate) : found.rows.flatMap(along));
}

function wasSeen({ journey: { node, packet, seen }, table }: AtTable): boolean {
  for (let one = seen; one; one = one.before)
    if (one.node === node && one.table === table && isSame(one.packet, packet)) return true;
  return false;
}

function isSame(a: Packet, b: Packet): boolean {
  return compareAddresses(a.source, b.source) === 0 && compareAddresses(a.destination, b.destination) === 0;
}

function nameOfTable({ table, journey }: AtTable, { world }: Errand): string {
  return world.topology.tables.get(table)?.name ?? nameOf(journey.node, world);
}

/** What a network takes in for itself needs nobody who forwards. */
function mustSendOn({ sendsOn, journey }: AtTable, { rows }: Found, { world }: Errand): boolean {
  if (sendsOn !== "unlessOwn") return false;

  const own = networkOf(journey.node, world).id;
  return !rows.every(({ row }) => row.nextHop.to === "members" && row.nextHop.network === own);
}

/** Written out, for there is one at every step, and spreading is slow. */
function decider({ layer: { source }, row }: Candidate, { table: { name: table } }: Found): Decider {
  const { name, nextHopType, nextHopIpAddresses: nextHopIpAddress, origin } = row;
  const addressPrefix = formatPrefix(row.prefix);
  return name === undefined
    ? { what: "route", table, source, addressPrefix, nextHopType, nextHopIpAddress, origin }
    : { what: "route", table, source, addressPrefix, nextHopType, nextHopIpAddress, name, origin };
}

/** Two speakers may have programmed the same way on. */
function distinct(steps: readonly Step[]): readonly Step[] {
  if (steps.length < 2) return steps;

  const byTarget = new Map<string, Step>();
  for (const step of steps) {
    const key = targetOf(step);
    if (!byTarget.has(key)) byTarget.set(key, step);
  }
  return [...byTarget.values()];
}

function targetOf(step: Step): string {
  if (step.at === "end") return `end ${step.outcome} ${step.because}`;
  if (step.at === "table") return `table ${step.table}`;

  const target = step.at === "node" ? `node ${step.node.id}` : `members ${step.network.id}`;
  return `${target} ${step.over.name} ${sourceOf(step.journey)}`;
}

function sourceOf({ packet }: Journey): string {
  return formatAddress(packet.source);
}
