import type { Prefix } from "../ip/index.ts";
import type { Origin } from "../source/origin.ts";

export interface Filter {
  readonly part: "filter";
  readonly id: string;
  readonly name: string;
  /** Lowest priority first; the first that matches decides. */
  readonly rules: readonly FilterRule[];
  readonly origin: Origin;
}

export interface FilterRule {
  readonly name: string;
  readonly priority: number;
  readonly access: "Allow" | "Deny";
  /** `*`, or one protocol in lower case. */
  readonly protocol: string;
  readonly sources: AddressMatch;
  readonly destinations: AddressMatch;
  readonly sourcePorts: readonly PortRange[];
  readonly destinationPorts: readonly PortRange[];
  readonly origin: Origin;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface AddressMatch {
  readonly any: boolean;
  readonly prefixes: readonly Prefix[];
  /** Everything that the table of the node with the filter leads to, but the internet. */
  readonly routed: boolean;
  /** Everything else that is public. */
  readonly internet: boolean;
  /** Public ranges that the estate cannot say: `Storage.WestEurope`. They hold no address of the estate. */
  readonly unknown: readonly string[];
}
