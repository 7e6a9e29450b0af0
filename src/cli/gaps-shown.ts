import type { Gap } from "../model/topology.ts";

/** What a prediction leaves out, and what it takes for granted: each sentence once. */
export interface GapsShown {
  readonly notModelled: readonly string[];
  readonly assumed: readonly string[];
}

/** With `about` only what touches one of these ids, or what stands in or on them. */
export function gapsShown(gaps: readonly Gap[], about?: ReadonlySet<string>): GapsShown {
  const shown = gaps.filter((gap) => !about || gap.about.some((id) => touches(id.toLowerCase(), about)));
  const sentences = (kind: Gap["kind"]) => [
    ...new Set(shown.filter((gap) => gap.kind === kind).map(({ because }) => because)),
  ];
  return { notModelled: sentences("notModelled"), assumed: sentences("assumed") };
}

function touches(id: string, about: ReadonlySet<string>): boolean {
  return about.has(id) || about.has(id.replace(/#.*$/, ""));
}
