import type { Money } from "../model/money.ts";
import type { ElementId } from "../model/topology.ts";
import type { KeptPairs, Pairs } from "../survive/survival.ts";

/** What a change of an estate does. */
export interface Difference {
  readonly added: readonly Subject[];
  readonly removed: readonly Subject[];
  readonly changed: readonly ChangedSubject[];
  /** Ordered pairs of different endpoints that get through. */
  readonly pairs: { readonly before: number; readonly after: number };
  readonly gained: readonly PairGroup[];
  readonly lost: readonly PairGroup[];
  /** They get through before and after, and go another way. */
  readonly repathed: readonly KeptPairs[];
  readonly price: PriceDifference;
}

/** A resource by its id, or a site, users, an appliance or a provider's router by its name. */
export interface Subject {
  readonly id: ElementId;
  readonly type: string;
}

export interface ChangedSubject extends Subject {
  readonly properties: readonly PropertyChange[];
}

export interface PropertyChange {
  /** `properties.addressSpace.addressPrefixes`. */
  readonly path: string;
  /** As JSON, absent where there is nothing; secrets are never told. */
  readonly before?: string;
  readonly after?: string;
  readonly isAddress: boolean;
}

export interface PairGroup extends Pairs {
  /** One of the ends is only there before, or only after. */
  readonly endChanges: boolean;
}

export interface PriceDifference {
  readonly before?: Money;
  readonly after?: Money;
  /** After less before, where both are known in one currency. */
  readonly amount?: number;
}
