import { formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Learns, Program, Sends, Topology } from "../../model/topology.ts";

/** Tags and weights travel as large communities, which no router outside of a lab puts on or reads. */
export interface PolicyWords {
  addTag(tag: string): string;
  readonly clearTags: string;
  hasTag(tags: readonly string[]): string;
  addWeight(weight: number): string;
  readonly clearWeights: string;
  /** What BIRD compares before everything else; two a weight, the upper for one's own. */
  preference(weight: number): number;
  readonly weights: readonly number[];
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

  return {
    addTag: (tag) => `bgp_large_community.add(${tagText(tag)});`,
    clearTags: `bgp_large_community.delete([(${NUMBER}, 1, *)]);`,
    hasTag: (wanted) => {
      const known = wanted.filter((tag) => tags.includes(tag));
      return known.length === 0 ? "false" : `bgp_large_community ~ [${known.map(tagText).join(", ")}]`;
    },
    addWeight: (weight) => `bgp_large_community.add((${NUMBER}, 2, ${weight}));`,
    clearWeights: `bgp_large_community.delete([(${NUMBER}, 2, *)]);`,
    preference: (weight) => LOWEST_PREFERENCE + 2 * weights.indexOf(weight),
    weights,
  };
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

export function importFilter(learns: Learns, refuses: readonly Prefix[], words: PolicyWords): string {
  const refused = refuses.filter(({ family }) => family === 4).map((prefix) => `${formatPrefix(prefix)}+`);
  return [
    ...(refused.length === 0 ? [] : [`if net ~ [${refused.join(", ")}] then reject;`]),
    ...(learns.tag === undefined ? [] : [words.clearTags, words.addTag(learns.tag)]),
    words.clearWeights,
    words.addWeight(learns.weight),
    `bgp_local_pref = ${learns.localPreference ?? 100};`,
    `preference = ${words.preference(learns.weight)};`,
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

export function feedExportFilter({ tags }: Program, words: PolicyWords): string {
  return `${WITHOUT_WAY} if ${words.hasTag(tags)} then accept; reject;`;
}

/** Weight is no attribute of BGP: what travels beside it becomes a preference again. */
export function feedImportFilter(words: PolicyWords): string {
  const weights = words.weights.map(
    (weight) =>
      `if bgp_large_community ~ [(${NUMBER}, 2, ${weight})] then preference = ${words.preference(weight)};`,
  );
  return [...weights, "accept;"].join(" ");
}
