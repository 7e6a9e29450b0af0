import type { Piece } from "./endpoint-classes.ts";

/** Endpoints with addresses of the same classes. */
export interface Kind {
  readonly classes: readonly number[];
  /** Their places among the endpoints. */
  readonly members: readonly number[];
}

/** In the order of their first members. */
export function kindsOf(pieces: readonly (readonly Piece[])[]): readonly Kind[] {
  const kinds = new Map<string, { readonly classes: readonly number[]; readonly members: number[] }>();
  for (const [place, own] of pieces.entries()) {
    const classes = own.map(({ of }) => of);
    const key = classes.join(" ");
    const kind = kinds.get(key);
    if (kind) kind.members.push(place);
    else kinds.set(key, { classes, members: [place] });
  }
  return [...kinds.values()];
}
