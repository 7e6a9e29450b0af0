import type { FoundProblem } from "./place.ts";
import type { YamlAnchors } from "./yaml-anchors.ts";

/** What is learned on the way through one file. */
export interface YamlWalk {
  readonly anchors: YamlAnchors;
  readonly problems: FoundProblem[];
  lineAt(offset: number): number;
}
