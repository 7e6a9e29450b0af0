import type { Address } from "../ip/index.ts";
import type { Filter, FilterRule, PortRange } from "../model/topology.ts";
import { type AddressJudge, matchesAddress } from "./address-match.ts";
import { anyPort, type FlowPart, hasPorts, mergeParts } from "./flow-parts.ts";

export interface Verdict {
  readonly allowed: readonly FlowPart[];
  readonly allowedBy: readonly FilterRule[];
  readonly denied: readonly Denial[];
  /** Where it depends on ranges that nobody knows: the sentence that says so. */
  readonly unknown?: string;
}

export interface Denial {
  /** Absent where no rule matches at all. */
  readonly rule: FilterRule | undefined;
  readonly parts: readonly FlowPart[];
}

interface Endpoints {
  readonly source: Address;
  readonly destination: Address;
}

/** A rule whose addresses match, surely or perhaps. */
interface Applicable {
  readonly rule: FilterRule;
  /** Among those of its filter. */
  readonly place: number;
  readonly sure: boolean;
}

/** The lowest priority that matches decides, for every part of the flow by itself. */
export function judgeFlow(
  filter: Filter,
  packet: Endpoints,
  parts: readonly FlowPart[],
  judge: AddressJudge,
): Verdict {
  const applicable = applicableRules(filter, packet, judge);
  return remembered(filter, parts, applicable, () => judgeParts(filter, parts, applicable));
}

/** By the parts of the flow, and by which rules' addresses match: all else is the filter's. */
const verdicts = new WeakMap<Filter, WeakMap<readonly FlowPart[], Map<string, Verdict>>>();

function remembered(
  filter: Filter,
  parts: readonly FlowPart[],
  applicable: readonly Applicable[],
  judge: () => Verdict,
): Verdict {
  const ofFilter = verdicts.get(filter) ?? new WeakMap<readonly FlowPart[], Map<string, Verdict>>();
  verdicts.set(filter, ofFilter);
  const ofParts = ofFilter.get(parts) ?? new Map<string, Verdict>();
  ofFilter.set(parts, ofParts);
  let key = "";
  for (const { place, sure } of applicable) key += sure ? `${place} ` : `${place}? `;
  const verdict = ofParts.get(key) ?? judge();
  ofParts.set(key, verdict);
  return verdict;
}

function judgeParts(filter: Filter, parts: readonly FlowPart[], applicable: readonly Applicable[]): Verdict {
  const allowed: FlowPart[] = [];
  const allowedBy = new Set<FilterRule>();
  const denied = new Map<FilterRule | undefined, FlowPart[]>();
  for (const part of parts.flatMap((part) => cut(part, applicable))) {
    const decision = decide(part, applicable);
    if (decision.doubtful)
      return { allowed, allowedBy: [], denied: [], unknown: doubt(filter, decision.doubtful) };

    if (decision.rule?.access === "Allow") {
      allowed.push(part);
      allowedBy.add(decision.rule);
    } else denied.set(decision.rule, [...(denied.get(decision.rule) ?? []), part]);
  }
  return {
    allowed: mergeParts(allowed),
    allowedBy: [...allowedBy],
    denied: [...denied].map(([rule, parts]) => ({ rule, parts: mergeParts(parts) })),
  };
}

const sorted = new WeakMap<Filter, readonly FilterRule[]>();

function rulesOf(filter: Filter): readonly FilterRule[] {
  const rules = sorted.get(filter) ?? filter.rules.toSorted((a, b) => a.priority - b.priority);
  sorted.set(filter, rules);
  return rules;
}

function applicableRules(filter: Filter, packet: Endpoints, judge: AddressJudge): readonly Applicable[] {
  const found: Applicable[] = [];
  for (const [place, rule] of rulesOf(filter).entries()) {
    const source = matchesAddress(rule.sources, packet.source, judge);
    if (source === false) continue;
    const destination = matchesAddress(rule.destinations, packet.destination, judge);
    if (destination !== false) found.push({ rule, place, sure: source === true && destination === true });
  }
  return found;
}

function cut(part: FlowPart, applicable: readonly Applicable[]): readonly FlowPart[] {
  if (!hasPorts(part.protocol)) return [part];

  const rules = applicable.map(({ rule }) => rule).filter((rule) => namesProtocol(rule, part.protocol));
  const sources = cutRange(
    part.sourcePorts,
    rules.flatMap((rule) => rule.sourcePorts),
  );
  const destinations = cutRange(
    part.destinationPorts,
    rules.flatMap((rule) => rule.destinationPorts),
  );
  return sources.flatMap((sourcePorts) =>
    destinations.map((destinationPorts) => ({ protocol: part.protocol, sourcePorts, destinationPorts })),
  );
}

function cutRange(range: PortRange, by: readonly PortRange[]): readonly PortRange[] {
  const starts = new Set([range.from]);
  for (const { from, to } of by) {
    if (from > range.from && from <= range.to) starts.add(from);
    if (to >= range.from && to < range.to) starts.add(to + 1);
  }
  const ordered = [...starts].sort((a, b) => a - b);
  return ordered.map((from, index) => ({ from, to: (ordered[index + 1] ?? range.to + 1) - 1 }));
}

interface Decision {
  readonly rule: FilterRule | undefined;
  /** A rule before it that would decide otherwise, if it matched. */
  readonly doubtful?: FilterRule;
}

/** No rule that matches: nothing passes. */
function decide(part: FlowPart, applicable: readonly Applicable[]): Decision {
  const matching = applicable.filter(({ rule }) => matchesPart(rule, part));
  const index = matching.findIndex(({ sure }) => sure);
  const rule = matching[index]?.rule;
  const before = index < 0 ? matching : matching.slice(0, index);
  const doubtful = before.find((other) => other.rule.access !== (rule?.access ?? "Deny"))?.rule;
  return { rule, ...(doubtful ? { doubtful } : {}) };
}

function matchesPart(rule: FilterRule, { protocol, sourcePorts, destinationPorts }: FlowPart): boolean {
  return (
    namesProtocol(rule, protocol) &&
    holdsPorts(rule.sourcePorts, protocol, sourcePorts) &&
    holdsPorts(rule.destinationPorts, protocol, destinationPorts)
  );
}

function namesProtocol(rule: FilterRule, protocol: string): boolean {
  return rule.protocol === "*" || rule.protocol === protocol;
}

/** What has no ports is matched only by rules that name none. */
function holdsPorts(ranges: readonly PortRange[], protocol: string, ports: PortRange): boolean {
  const { from, to } = hasPorts(protocol) ? ports : anyPort;
  return ranges.some((range) => range.from <= from && to <= range.to);
}

function doubt(filter: Filter, { name, sources, destinations }: FilterRule): string {
  const tags = [...new Set([...sources.unknown, ...destinations.unknown])].join(", ");
  return `Rule ${name} of ${filter.name} depends on the addresses of ${tags}, which are not known here.`;
}
