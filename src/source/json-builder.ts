import type { Json } from "./document.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { excerpt } from "./excerpt.ts";
import { setOwn } from "./own-property.ts";
import type { FoundProblem, Range } from "./place.ts";
import { positionsOf } from "./positions.ts";

type Container = ObjectContainer | ListContainer;

interface ObjectContainer {
  readonly kind: "object";
  readonly start: number;
  readonly members: Record<string, Json>;
  readonly firstNames: Map<string, Range>;
  /** Where the next value goes; `undefined` drops it. */
  name: string | undefined;
}

interface ListContainer {
  readonly kind: "list";
  readonly start: number;
  readonly items: Json[];
}

export interface OpeningBracket {
  readonly start: number;
  readonly bracket: "{" | "[";
}

/** Builds the value while the text is visited. Lives for one visit. */
export class JsonBuilder {
  readonly problems: FoundProblem[] = [];
  readonly #text: string;
  readonly #positionOf: ReturnType<typeof positionsOf>;
  readonly #open: Container[] = [];
  #ended: Container | undefined;
  #root: Json | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#positionOf = positionsOf(text);
  }

  value(): Json | undefined {
    return this.#root;
  }

  /** The bracket that the current text is inside of. */
  opened(): OpeningBracket | undefined {
    return bracketOf(this.#open.at(-1));
  }

  /** The bracket whose contents ended last, whether or not a closing one was found. */
  ended(): OpeningBracket | undefined {
    return bracketOf(this.#ended);
  }

  beginObject(start: number): void {
    const members: Record<string, Json> = {};
    this.#add(members);
    this.#open.push({ kind: "object", start, members, firstNames: new Map(), name: undefined });
  }

  beginArray(start: number): void {
    const items: Json[] = [];
    this.#add(items);
    this.#open.push({ kind: "list", start, items });
  }

  end(): void {
    this.#ended = this.#open.pop();
  }

  name(name: string, range: Range): void {
    const container = this.#open.at(-1);
    if (container?.kind !== "object") return;

    const first = container.firstNames.get(name);
    container.name = first ? undefined : name;
    if (first) this.problems.push(duplicateKey(name, range, this.#positionOf(first.start).line));
    else container.firstNames.set(name, range);
  }

  literal(value: unknown, range: Range): void {
    if (typeof value === "number" && !Number.isFinite(value)) {
      const number = excerpt(this.#text.slice(range.start, range.end));
      this.problems.push({ message: `${number} is larger than any number that can be read.`, range });
      this.#add(null);
    } else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      this.#add(value);
    } else {
      this.#add(null);
    }
  }

  #add(value: Json): void {
    const container = this.#open.at(-1);
    if (!container) this.#root ??= value;
    else if (container.kind === "list") container.items.push(value);
    else if (container.name !== undefined) setOwn(container.members, container.name, value);
  }
}

function bracketOf(container: Container | undefined): OpeningBracket | undefined {
  return container && { start: container.start, bracket: container.kind === "object" ? "{" : "[" };
}
