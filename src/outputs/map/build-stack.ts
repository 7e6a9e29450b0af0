import { comparePrefixes, contains, formatPrefix, type Prefix, parentOf, summarise } from "../../ip/index.ts";
import { countOf } from "./format-count.ts";
import type { Card } from "./picture.ts";

const NOUNS: Readonly<Record<Card["type"], readonly [one: string, many?: string]>> = {
  virtualNetwork: ["network"],
  site: ["site"],
  p2sUsers: ["group of users", "groups of users"],
  absent: ["network"],
  mesh: ["mesh", "meshes"],
};

/** One card for all of them. */
export function buildStack(group: readonly Card[]): Card {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new Error("a stack of nothing");

  const ranges = group.flatMap((card) => card.ranges);
  const subnets = group.reduce((sum, card) => sum + card.subnets, 0);
  return {
    ...first,
    key: `stack ${first.key}`,
    name: rangeOfNames(first.name, last.name),
    details: [
      countOf(group.length, ...NOUNS[first.type]),
      ...summaryOf(ranges),
      ...(first.type === "virtualNetwork" ? [countOf(subnets, "subnet")] : []),
    ],
    count: group.length,
    members: group.map(({ key }) => key),
    ranges,
    subnets,
  };
}

const LONGEST_NAMES = 22;

/** `spoke-001 … spoke-400`; of long names, the second without what it shares with the first. */
function rangeOfNames(first: string, last: string): string {
  if (first.length + last.length <= LONGEST_NAMES) return `${first} … ${last}`;

  let shared = 0;
  while (first[shared] !== undefined && first[shared] === last[shared]) shared++;
  const cut = /[-_. ][^-_. ]*$/.exec(last.slice(0, shared + 1))?.index ?? -1;
  return `${first} … ${last.slice(cut + 1)}`;
}

/** Exact where two prefixes can say it; else the smallest one of each family around them all. */
function summaryOf(ranges: readonly Prefix[]): readonly string[] {
  const exact = summarise(ranges);
  if (exact.length <= 2) return exact.map(formatPrefix);

  return ([4, 6] as const).flatMap((family) => {
    const [lowest, ...rest] = exact.filter((prefix) => prefix.family === family).toSorted(comparePrefixes);
    let around = lowest;
    while (around && !rest.every((prefix) => around && contains(around, prefix))) around = parentOf(around);
    return around ? [`within ${formatPrefix(around)}`] : [];
  });
}
