import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Origin } from "../../../source/origin.ts";
import { Budget } from "./budget.ts";
import type { Expression } from "./expression.ts";
import { parseExpression } from "./parse.ts";
import { Refusal, type SharedCause } from "./refusal.ts";

/** A value that Azure chooses at deployment, for which something fixed stands here. */
export interface StandIn {
  /** `uniqueString`, `utcNow`, `subscription`, … */
  readonly name: string;
  /** The first place that asks for it. */
  readonly origin: Origin;
}

/** A resource that is not in the estate, for something that is not known decides about it. */
export interface LeftOut {
  readonly what: string;
  readonly because: string;
  readonly message: string;
  readonly origin: Origin;
  readonly cause: Origin;
}

interface Missing {
  readonly name: string;
  readonly origin: Origin;
}

interface Shared {
  readonly first: Diagnostic;
  /** Where it stands in the list of diagnostics. */
  readonly at: number;
  readonly places: Set<string>;
}

/** What became of the expressions of one run. */
export interface ExpressionCounts {
  evaluated: number;
  failed: number;
  readonly unknownByCause: Map<string, number>;
}

/** What one reading of a template keeps from its first expression to its last. */
export class Run {
  readonly budget = new Budget();
  readonly diagnostics: Diagnostic[] = [];
  readonly standIns = new Map<string, StandIn>();
  /** Parameters of the main template that nobody has given a value, in the order in which they were asked for. */
  readonly missing: Missing[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly counts: ExpressionCounts = { evaluated: 0, failed: 0, unknownByCause: new Map() };
  readonly #parsed = new Map<string, Expression | Refusal>();
  readonly #reported = new Set<string>();
  readonly #shared = new Map<string, Shared>();

  /** Each text once, however often it is copied. */
  parse(text: string): Expression {
    let parsed = this.#parsed.get(text);
    if (!parsed) {
      parsed = parseOrRefuse(text);
      this.#parsed.set(text, parsed);
    }
    if (parsed instanceof Refusal) throw parsed;
    return parsed;
  }

  /** A mistake inside a copy is one mistake. */
  report(diagnostic: Diagnostic): void {
    const { rule, message, origin } = diagnostic;
    const key = JSON.stringify([rule, message, origin.file, origin.path]);
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.diagnostics.push(diagnostic);
  }

  /** What many places suffer from is reported at the first of them, with how many more there are. */
  reportShared(cause: SharedCause | undefined, diagnostic: Diagnostic): void {
    if (!cause) return this.report(diagnostic);
    const { file, path } = diagnostic.origin;
    const place = JSON.stringify([file, path]);
    const known = this.#shared.get(cause.key);
    if (!known) {
      this.#shared.set(cause.key, {
        first: diagnostic,
        at: this.diagnostics.length,
        places: new Set([place]),
      });
      this.diagnostics.push(diagnostic);
      return;
    }
    known.places.add(place);
    const more = known.places.size - 1;
    if (more === 0) return;
    this.diagnostics[known.at] = { ...known.first, message: `${known.first.message} ${cause.more(more)}` };
  }

  /** What is too much is said once: all that comes after it is too much as well, or lacks what was. */
  reportLimit(diagnostic: Diagnostic): void {
    if (!this.#reported.has("limit")) this.report(diagnostic);
    this.#reported.add("limit");
  }

  standIn(name: string, origin: Origin): void {
    if (!this.standIns.has(name)) this.standIns.set(name, { name, origin });
  }
}

function parseOrRefuse(text: string): Expression | Refusal {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
