import { isUnknown, type Value, type ValueObject } from "../../../model/unknown.ts";
import type { Json } from "../../../source/document.ts";
import { Refusal } from "./refusal.ts";

/** Calls and members of one run. The largest template that is known takes a tenth of it. */
const MOST_STEPS = 1_000_000;
/** Variables that use variables that use variables …: as deep as a stack surely holds. */
const MOST_DEPTH = 350;
/** Values inside one value, with those that stand in it several times counted each time. */
const MOST_VALUES = 1_000_000;
/** Lists and objects inside each other; a file may have 100. */
const MOST_NESTED = 200;
/** Of one text; a whole template is at most as large. */
const MOST_CHARACTERS = 4_000_000;
/** Values that copies repeat in one run, nested copies included. A template of the largest size that Azure takes has fewer. */
const MOST_COPIED = 1_000_000;
/** Characters of all texts that were ever made in one run, and what lists cost beside them. */
const MOST_MADE = 100_000_000;
/** An item of a list, or a character that is hashed, takes as long as this many characters that are copied. */
const COST_OF_ITEM = 20;
/** And a member of an object as long as this many items. */
const COST_OF_MEMBER = 4;

interface Extent {
  readonly size: number;
  readonly depth: number;
}

const SCALAR: Extent = { size: 1, depth: 0 };

/** Bounds the work of one run, however a template multiplies it. Lives for one run. */
export class Budget {
  #steps = 0;
  #depth = 0;
  #made = 0;
  #copied = 0;
  readonly #extents = new WeakMap<object, Extent>();

  step(): void {
    this.#steps++;
    if (this.#steps > MOST_STEPS) {
      throw new Refusal(
        `The template takes more than ${MOST_STEPS.toLocaleString("en")} steps.`,
        "limit",
        true,
      );
    }
  }

  /** One level deeper, while `work` runs. */
  deeper<T>(work: () => T): T {
    if (this.#depth >= MOST_DEPTH) {
      throw new Refusal(`Values lead to values more than ${MOST_DEPTH} deep.`, "limit");
    }
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }

  /** Refuses a value that is too large, before anything walks through it. */
  take<T extends Value>(value: T): T {
    const { size, depth } = this.#extentOf(value);
    if (size > MOST_VALUES) {
      throw new Refusal(`The value holds more than ${MOST_VALUES.toLocaleString("en")} values.`, "limit");
    }
    if (depth > MOST_NESTED) throw new Refusal(`The value is nested more than ${MOST_NESTED} deep.`, "limit");
    return value;
  }

  /** Asked before a text of this length is made. */
  takeText(length: number): void {
    this.#made += length;
    if (length > MOST_CHARACTERS) {
      throw new Refusal(
        `A text of more than ${MOST_CHARACTERS.toLocaleString("en")} characters comes of it.`,
        "limit",
      );
    }
    this.takeItems(0);
  }

  /** Asked before objects are merged. */
  takeMembers(objects: readonly ValueObject[]): void {
    this.takeItems(COST_OF_MEMBER * objects.reduce((sum, object) => sum + Object.keys(object).length, 0));
  }

  /** Asked before a text of this length is hashed. */
  takeHash(length: number): void {
    this.takeText(length);
    this.#made += length * (COST_OF_ITEM - 1);
  }

  /** Asked before a list of this length is made. */
  takeItems(length: number): void {
    this.#made += length * COST_OF_ITEM;
    if (length > MOST_VALUES) {
      throw new Refusal(
        `A list of more than ${MOST_VALUES.toLocaleString("en")} values comes of it.`,
        "limit",
      );
    }
    if (this.#made > MOST_MADE)
      throw new Refusal("The template makes more text than a machine holds.", "limit", true);
  }

  /** Asked before something of this size is repeated; what is refused is not repeated, and costs nothing. */
  allowsCopies(times: number, written: Json): boolean {
    const copied = this.#copied + times * this.#extentOf(written).size;
    if (copied > MOST_COPIED) return false;
    this.#copied = copied;
    return true;
  }

  #extentOf(value: Value): Extent {
    if (typeof value === "string") {
      if (value.length > MOST_CHARACTERS) this.takeText(value.length);
      return SCALAR;
    }
    if (typeof value !== "object" || value === null || isUnknown(value)) return SCALAR;
    const known = this.#extents.get(value);
    if (known) return known;

    const inside = (Array.isArray(value) ? value : Object.values(value)).map((inner) =>
      this.#extentOf(inner),
    );
    const extent = { size: 1, depth: 1 };
    for (const { size, depth } of inside) {
      extent.size += size;
      extent.depth = Math.max(extent.depth, depth + 1);
    }
    this.#extents.set(value, extent);
    this.#made += inside.length;
    return extent;
  }
}
