import { excerpt } from "../../../source/excerpt.ts";
import type { Expression } from "./expression.ts";
import { Refusal } from "./refusal.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Calls inside each other. Far more than Bicep writes, and far less than a stack holds. */
const MOST_NESTED = 120;

/** Reads the text between the brackets; throws a `Refusal` where it is no expression. */
export function parseExpression(text: string): Expression {
  const parser = new Parser(tokensOf(text));
  const expression = parser.expression(0);
  parser.expectEnd();
  return expression;
}

/** Lives for one text. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  expression(depth: number): Expression {
    if (depth > MOST_NESTED) {
      throw new Refusal(`The expression has calls nested more than ${MOST_NESTED} deep.`, "limit");
    }
    let expression = this.#primary(depth);
    for (let members = 0; ; members++) {
      if (members > MOST_NESTED) {
        throw new Refusal(`The expression goes more than ${MOST_NESTED} members deep.`, "limit");
      }
      const next = this.#member(expression, depth);
      if (!next) return expression;
      expression = next;
    }
  }

  expectEnd(): void {
    const token = this.#peek();
    if (token.kind !== "end") throw new Refusal(`${shown(token)} stands after the end of the expression.`);
  }

  #primary(depth: number): Expression {
    const token = this.#next();
    if (token.kind === "text") return { kind: "literal", value: token.value };
    if (token.kind === "number") return { kind: "literal", value: numberOf(token.value) };
    if (token.kind !== "name") throw new Refusal(`${shown(token)} stands where a value is expected.`);

    let written = token.value;
    while (this.#takeMark(".")) written += `.${this.#name()}`;
    if (!this.#takeMark("(")) {
      throw new Refusal(`${excerpt(written)} is neither a function call nor a text in single quotes.`);
    }
    return { kind: "call", name: written.toLowerCase(), written, arguments: this.#arguments(depth) };
  }

  #arguments(depth: number): readonly Expression[] {
    const found: Expression[] = [];
    if (this.#takeMark(")")) return found;
    do found.push(this.expression(depth + 1));
    while (this.#takeMark(","));
    this.#expectMark(")");
    return found;
  }

  #member(of: Expression, depth: number): Expression | undefined {
    if (this.#takeMark(".")) {
      const isSafe = this.#takeMark("?");
      return { kind: "member", of, key: { kind: "literal", value: this.#name() }, isSafe };
    }
    if (!this.#takeMark("[")) return undefined;
    const isSafe = this.#takeMark("?");
    const key = this.expression(depth + 1);
    this.#expectMark("]");
    return { kind: "member", of, key, isSafe };
  }

  #name(): string {
    const token = this.#next();
    if (token.kind === "name" || (token.kind === "number" && /^\d+$/.test(token.value))) return token.value;
    throw new Refusal(`${shown(token)} stands where a name is expected.`);
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: "end", value: "" };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at++;
    return token;
  }

  #takeMark(mark: string): boolean {
    const token = this.#peek();
    if (token.kind !== "mark" || token.value !== mark) return false;
    this.#at++;
    return true;
  }

  #expectMark(mark: string): void {
    if (this.#takeMark(mark)) return;
    throw new Refusal(`A ${mark} is missing before ${shown(this.#peek())}.`);
  }
}

function numberOf(written: string): number {
  const value = Number(written);
  if (Number.isSafeInteger(value) || written.includes(".")) return value;
  throw new Refusal(`${written} is larger than the whole numbers that can be counted exactly.`, "limit");
}

function shown({ kind, value }: Token): string {
  if (kind === "end") return "the end of the expression";
  return kind === "text" ? `'${excerpt(value)}'` : excerpt(value);
}
