import type { Filter, FilterId } from "../../model/topology.ts";
import type { Decider } from "../../model/trace.ts";
import { type Denial, judgeFlow, type Verdict } from "../filters.ts";
import { formatParts } from "../flow-parts.ts";
import { gapsAbout, heed, isEnd } from "./gaps.ts";
import { decidedBy, type End, endsAt, type Journey } from "./journey.ts";
import { type Errand, judgeAt, nameOf, type World } from "./world.ts";

type Direction = "inbound" | "outbound";

/** Through all of its node's filters of one direction; those that saw the way there are open on the way back. */
export function passFilters(journey: Journey, direction: Direction, errand: Errand): Journey | End {
  const { node } = journey;
  if (errand.memory?.open.has(node.id)) return journey;

  let passing: Journey | End = journey;
  for (const id of node[direction] ?? []) {
    if (!isEnd(passing)) passing = passFilter(passing, id, direction, errand);
  }
  return passing;
}

function passFilter(journey: Journey, id: FilterId, direction: Direction, { world }: Errand): Journey | End {
  const filter = world.topology.filters.get(id);
  if (!filter) return endsAt(journey, "notModelled", whyUnknown(id, journey, world));

  const heeded = heed(journey, filter, world);
  if (isEnd(heeded)) return heeded;

  const verdict = judgeFlow(filter, journey.packet, journey.parts, judgeAt(journey.node, world));
  if (verdict.unknown !== undefined) return endsAt(journey, "notModelled", verdict.unknown);

  const judged = decidedBy(heeded, ...decidersOf(filter, verdict));
  return verdict.allowed.length > 0
    ? narrow(judged, filter, verdict)
    : refuse(judged, filter, verdict, direction, world);
}

function whyUnknown(id: FilterId, { node }: Journey, world: World): string {
  const gap = gapsAbout({ id }, world).find(({ kind }) => kind === "notModelled");
  return gap?.because ?? `The filter ${id} of ${nameOf(node, world)} is not known.`;
}

function narrow(journey: Journey, filter: Filter, { allowed, denied }: Verdict): Journey {
  if (denied.length === 0) return journey;

  return {
    ...journey,
    parts: allowed,
    denied: [...journey.denied, ...denied.map((part) => told(filter, part))],
  };
}

function told(filter: Filter, { rule, parts }: Denial): Journey["denied"][number] {
  return { rule: `${filter.name}/${rule?.name ?? "no rule"}`, flow: formatParts(parts) };
}

function refuse(
  journey: Journey,
  filter: Filter,
  { denied }: Verdict,
  direction: Direction,
  world: World,
): End {
  const rules = denied.map(({ rule }) => rule?.name ?? "no rule").join(", ");
  const outcome = direction === "inbound" ? "deniedInbound" : "deniedOutbound";
  return endsAt(
    journey,
    outcome,
    `${filter.name} denies it ${direction} at ${nameOf(journey.node, world)}: ${rules}.`,
  );
}

function decidersOf(filter: Filter, { allowedBy, denied }: Verdict): readonly Decider[] {
  const rules = [...allowedBy, ...denied.flatMap(({ rule }) => (rule ? [rule] : []))];
  return rules.map(({ name, access, origin }) => ({
    what: "rule",
    filter: filter.name,
    name,
    access,
    origin,
  }));
}
