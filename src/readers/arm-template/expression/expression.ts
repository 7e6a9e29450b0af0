/** What the text between the brackets says. */
export type Expression = Literal | Call | Member;

export interface Literal {
  readonly kind: "literal";
  readonly value: string | number;
}

export interface Call {
  readonly kind: "call";
  /** Lower-cased: ARM takes functions in any case. With the namespace where it has one. */
  readonly name: string;
  readonly written: string;
  readonly arguments: readonly Expression[];
}

/** `.name` or `[index]`; safe with a question mark, which gives null for what is not there. */
export interface Member {
  readonly kind: "member";
  readonly of: Expression;
  readonly key: Expression;
  readonly isSafe: boolean;
}
