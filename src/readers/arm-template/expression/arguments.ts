import { isList, isObject, type Value, type ValueObject } from "../../../model/unknown.ts";
import { excerpt } from "../../../source/excerpt.ts";
import { Refusal } from "./refusal.ts";

/** What a function was given; each question says what the function needs, and refuses anything else. */
export class Arguments {
  readonly written: string;
  readonly values: readonly Value[];

  constructor(written: string, values: readonly Value[]) {
    this.written = written;
    this.values = values;
  }

  get count(): number {
    return this.values.length;
  }

  at(index: number): Value {
    return this.values[index] ?? null;
  }

  text(index: number): string {
    const value = this.at(index);
    return typeof value === "string" ? value : this.refuse(index, "a text");
  }

  optionalText(index: number): string | undefined {
    return index < this.count && this.at(index) !== null ? this.text(index) : undefined;
  }

  whole(index: number): number {
    const value = this.at(index);
    return typeof value === "number" && Number.isInteger(value)
      ? value
      : this.refuse(index, "a whole number");
  }

  truth(index: number): boolean {
    const value = this.at(index);
    return typeof value === "boolean" ? value : this.refuse(index, "true or false");
  }

  list(index: number): readonly Value[] {
    const value = this.at(index);
    return isList(value) ? value : this.refuse(index, "an array");
  }

  object(index: number): ValueObject {
    const value = this.at(index);
    return isObject(value) ? value : this.refuse(index, "an object");
  }

  refuse(index: number, needed: string): never {
    const ordinal = this.count > 1 ? ` as argument ${index + 1}` : "";
    throw new Refusal(`${this.written} takes ${needed}${ordinal}, and gets ${shownValue(this.at(index))}.`);
  }
}

/** A value inside a sentence. */
export function shownValue(value: Value): string {
  if (typeof value === "string") return `'${excerpt(value)}'`;
  if (isList(value)) return value.length === 0 ? "an empty array" : "an array";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
