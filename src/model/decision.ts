import type { Origin } from "../source/origin.ts";
import type { Money } from "./money.ts";

/** How one wish was answered, and why. */
export interface Decision {
  readonly name: string;
  readonly description?: string;
  readonly between: readonly [string, string];
  readonly status: "chosen" | "userChose" | "impossible";
  /** Of the primary path; absent where nothing was chosen. */
  readonly kind?: string;
  readonly title?: string;
  /** Of the primary path, too: for simple readers. */
  readonly via?: string;
  readonly sku?: string;
  readonly paths: readonly PathDecision[];
  readonly because: readonly Reason[];
  readonly rejected: readonly Rejected[];
  /** With it minus without it; absent where no traffic was given, for then there is nothing to multiply. */
  readonly monthly?: Money;
  /** What one gigabyte costs there and back, where traffic is what is billed. */
  readonly perGigabyte?: { readonly there: Money; readonly back: Money };
  readonly origin: Origin;
}

export interface PathDecision {
  readonly kind: string;
  readonly role: "primary" | "backup";
  /** The kind whose path carries this one's tunnels, where they do not make their own way. */
  readonly over?: string;
  /** The network whose gateway is used, where it is neither end. */
  readonly via?: string;
  readonly sku?: string;
  /** The circuits that it runs over, where it needs some. */
  readonly circuit?: string;
}

/** A sentence, and the page that it rests on. */
export interface Reason {
  readonly text: string;
  readonly source?: string;
}

export interface Rejected {
  readonly kind: string;
  readonly title: string;
  readonly paths: readonly PathDecision[];
  readonly because: readonly Reason[];
  /** What the whole design would cost a month with this kind here; only for kinds that meet every need. */
  readonly designMonthly?: Money;
}
