import type { Refusal } from "../../model/connection-kind.ts";

export interface HostChoice {
  readonly kind: "chosen";
  /** The host of every network that has demands; its own name where the gateway is its own. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Peerings that nobody asked for, and that a network needs to use its host's gateway. */
  readonly addedPeerings: readonly AddedPeering[];
  readonly total: HostTotal;
  readonly method: "exact" | "greedy";
  /** Only of the heuristic. */
  readonly gap?: HostGap;
}

export interface AddedPeering {
  readonly network: string;
  readonly host: string;
}

export interface HostTotal {
  /** Gateways and added peerings. Not known: at least this. */
  readonly monthly: number;
  readonly isKnown: boolean;
  readonly gateways: number;
}

/** No choice is below the lower bound. In gateways where a price is not known. */
export interface HostGap {
  readonly by: "monthly" | "gateways";
  readonly lowerBound: number;
  readonly total: number;
}

export interface NoHosts {
  readonly kind: "impossible";
  /** Ids of demands that cannot be met together; where that is proven, any one left out, the others can. */
  readonly conflict: readonly string[];
  /** False: too large to be proven, and the heuristic found nothing. */
  readonly isProven: boolean;
  /** What speaks against the hosts where all of the conflict that could would meet. */
  readonly refused: readonly RefusedHost[];
}

export interface RefusedHost {
  readonly host: string;
  readonly refusal: Refusal;
}
