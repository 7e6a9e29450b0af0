import type { Origin } from "../source/origin.ts";

/** Something the prediction leaves out or takes for granted, and why. */
export interface Gap {
  readonly part: "gap";
  readonly kind: "notModelled" | "assumed";
  /** The nodes, links or resources that it is about. */
  readonly about: readonly string[];
  readonly because: string;
  readonly origin: Origin;
}
