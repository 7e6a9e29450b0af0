import type { Prefix } from "../../ip/index.ts";
import type { RecognisedConnection } from "../../model/connection-kind.ts";

/** What is to be seen of an estate, before anybody knows where it goes on the paper. */
export interface Picture {
  readonly cards: readonly Card[];
  readonly lines: readonly Line[];
  /** By the card of a mesh, the lines that it stands for. */
  readonly meshes: ReadonlyMap<string, readonly Line[]>;
  /** How many connections look like this, the most frequent look first; what the legend says. */
  readonly tally: readonly { readonly style: LineStyle; readonly count: number }[];
}

export interface Card {
  readonly key: string;
  /** `absent`: something refers to it and it is not in the estate. `mesh`: stands for lines from each to each. */
  readonly type: "virtualNetwork" | "site" | "p2sUsers" | "absent" | "mesh";
  readonly name: string;
  readonly details: readonly string[];
  /** A person called it a hub. */
  readonly isNamedHub?: true;
  /** The region as ARM spells it, or one of the two below. */
  readonly area: string;
  readonly existing: boolean;
  /** How many of the estate it stands for; more than one for a stack. */
  readonly count: number;
  /** The keys of those, for a stack. */
  readonly members?: readonly string[];
  readonly ranges: readonly Prefix[];
  readonly subnets: number;
}

export const OUTSIDE_AZURE = "outside Azure";
export const UNKNOWN_REGION = "unknown region";

/** All connections of one look between two cards. */
export interface Line {
  readonly ends: readonly [string, string];
  readonly style: LineStyle;
  readonly count: number;
}

export type LineStyle = Pick<RecognisedConnection, "label" | "state" | "encrypted" | "crossesInternet">;

export function styleKey({ label, state, encrypted, crossesInternet }: LineStyle): string {
  return JSON.stringify([label, state, encrypted, crossesInternet]);
}

export function otherEnd(line: Line, key: string): string {
  return line.ends[0] === key ? line.ends[1] : line.ends[0];
}
