import { formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Learns, Program, Sends, Topology } from "../../model/topology.ts";
import { asPathMask } from "./as-path-mask.ts";
import type { FeedOut } from "./router-draft.ts";

/** Tags and weights travel as large communities, which no router outside of a lab puts on or reads. */
export interface PolicyWords {
  hasTag(tags: readonly string[]): string;
  /** What BIRD compares before everything else; three a weight, the upper for one's own. */
  preference(weight: number): number;
  readonly weights: readonly number[];
  /** What a route is marked with that comes by a session. */
  learned(learns: Learns): string;
  /** What one's own is marked with; it beats what is learned with the same weight. `lost`: while its way is down. */
  own(tag: string, weight: number, lost?: "lost"): string;
}

const NUMBER = 4_200_000_000;
const LOWEST_PREFERENCE = 100;

export function createPolicyWords({ nodes, sessions }: Topology): PolicyWords {
  const speakers = [...nodes.values()].flatMap(({ speaker }) => speaker ?? []);
  const ends = [...sessions.values()].flatMap((session) => session.ends);
  const originations = speakers.flatMap(({ originates }) => originates);
  const tags = sorted([
    ...originations.map(({ tag }) => tag),
    ...speakers.flatMap(({ programs }) => programs.flatMap((program) => program.tags)),
    ...ends.flatMap(({ learns, sends }) => [
      ...(learns.tag === undefined ? [] : [learns.tag]),
      ...sends.tags,
    ]),
  ]);
  const weights = [
    ...new Set([...originations.map(({ weight }) => weight), ...ends.map(({ learns }) => learns.weight)]),
  ].sort((a, b) => a - b);
  const tagText = (tag: string) => `(${NUMBER}, 1, ${tags.indexOf(tag) + 1})`;

  const addTag = (tag: string) => `bgp_large_community.add(${tagText(tag)});`;
  const preference = (weight: number) => LOWEST_PREFERENCE + 3 * weights.indexOf(weight);

  return {
    hasTag: (wanted) => {
      const known = wanted.filter((tag) => tags.includes(tag));
      return known.length === 0 ? "false" : `bgp_large_community ~ [${known.map(tagText).join(", ")}]`;
    },
    preference,
    weights,
    learned: ({ tag, weight }) =>
      [
        ...(tag === undefined ? [] : [`bgp_large_community.delete([(${NUMBER}, 1, *)]);`, addTag(tag)]),
        `bgp_large_community.delete([(${NUMBER}, 2, *)]);`,
        addWeight(weight),
        `preference = ${preference(weight)};`,
      ].join(" "),
    own: (tag, weight, lost) =>
      `${addTag(tag)} ${addWeight(weight)} preference = ${preference(weight) + (lost ? 1 : 2)};`,
  };
}

function addWeight(weight: number): string {
  return `bgp_large_community.add((${NUMBER}, 2, ${weight}));`;
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

export function importFilter(learns: Learns, refuses: readonly Prefix[], words: PolicyWords): string {
  const refused = refuses.filter(({ family }) => family === 4).map((prefix) => `${formatPrefix(prefix)}+`);
  const mask = learns.onlyAsPath === undefined ? undefined : asPathMask(learns.onlyAsPath);
  return [
    ...(mask === undefined ? [] : [`if !(${mask}) then reject;`]),
    ...(refused.length === 0 ? [] : [`if net ~ [${refused.join(", ")}] then reject;`]),
    words.learned(learns),
    `bgp_local_pref = ${learns.localPreference ?? 100};`,
    "accept;",
  ].join(" ");
}

/** RFC 6996. */
const PRIVATE_ASNS = "[64512..65534, 4200000000..4294967294]";

/** What leads over something that is down is kept until its session ends, but nobody is told, and nothing goes there. */
export const WITHOUT_WAY = "if dest = RTD_UNREACHABLE then reject;";

export function exportFilter(sends: Sends, ownAsn: number, farAsn: number, words: PolicyWords): string {
  if (!sends.families.includes(4)) return "reject;";

  const only = sends.only?.filter(({ family }) => family === 4).map(formatPrefix);
  const isExternal = ownAsn !== farAsn;
  return [
    WITHOUT_WAY,
    `if !(${words.hasTag(sends.tags)}) then reject;`,
    ...(sends.exceptDefaultRoute ? ["if net = 0.0.0.0/0 then reject;"] : []),
    ...(only === undefined
      ? []
      : [only.length === 0 ? "reject;" : `if !(net ~ [${only.join(", ")}]) then reject;`]),
    ...(sends.replacesFarAsn ? [replaceFarAsn(ownAsn, farAsn)] : []),
    ...(sends.stripsPrivateAsns ? [`bgp_path.delete(${PRIVATE_ASNS});`] : []),
    ...(isExternal ? Array<string>(sends.prepend).fill(`bgp_path.prepend(${ownAsn});`) : []),
    "accept;",
  ].join(" ");
}

/** BIRD takes numbers off and puts others in front: the length stays, which is all that anybody compares. */
function replaceFarAsn(ownAsn: number, farAsn: number): string {
  const found = `bgp_path ~ [= * ${farAsn} * =]`;
  return `if ${found} then { bgp_path.delete(${farAsn}); bgp_path.prepend(${ownAsn}); }`;
}

/**
 * What leads to a sibling that fills this same layer with it is left to that one. Of what is put there alone no two ways
 * are equal, whoever of several speakers has them: BIRD merges none of another metric.
 */
export function feedExportFilter(
  { tags }: Program,
  { siblings, orders }: Pick<FeedOut, "siblings" | "orders">,
  words: PolicyWords,
): string {
  const left = siblings.map(
    ({ addresses, tags: theirs }) =>
      `if defined(bgp_next_hop) && bgp_next_hop ~ [${addresses.join(", ")}] && (${words.hasTag(theirs)}) then reject;`,
  );
  const ordered = [...orders].map(([session, order]) => `if proto = "${session}" then bgp_med = ${order};`);
  return [WITHOUT_WAY, ...left, ...ordered, `if ${words.hasTag(tags)} then accept; reject;`].join(" ");
}

/** Weight is no attribute of BGP: what travels beside it becomes a preference again. */
export function feedImportFilter(words: PolicyWords): string {
  const weights = words.weights.map(
    (weight) =>
      `if bgp_large_community ~ [(${NUMBER}, 2, ${weight})] then preference = ${words.preference(weight)};`,
  );
  return [...weights, "accept;"].join(" ");
}
