import { formatAddress, formatPrefix } from "../../ip/index.ts";
import type { Layer, NextHop } from "../../model/topology.ts";
import type { AnyRow } from "../solved.ts";
import { createInterner } from "./interner.ts";
import { createPairNumbering } from "./pair-memory.ts";
import type { NumberOf } from "./path.ts";

/** Rows of one kind decide alike, whatever prefix they are for. This is for many rows of one layer. */
export type RowKinds = (layer: Layer) => (row: AnyRow) => number;

/** More than there are kinds of next hops. */
const mostHops = 2 ** 3;

/** Whether rows of the kind look at the prefixes of others, and not only at what these say. */
export function heedsPrefixes(kind: number): boolean {
  return kind % 2 === 1;
}

/** Texts are made for few: there are many rows, and most say nothing but a length and one id. */
export function createRowKinds(numberOf: NumberOf): RowKinds {
  const layers = createInterner<true>();
  const texts = createInterner<true>();
  const lengths = createPairNumbering();
  const plain = createPairNumbering();
  const marked = createPairNumbering();

  function textNumber(text: string): number {
    return texts.intern(text, () => true);
  }

  function numberOfHop(hop: NextHop): number {
    switch (hop.to) {
      case "none":
        return 0;
      case "internet":
        return 1;
      case "members":
        return numberOf(hop.network) * mostHops + 2;
      case "link":
        return numberOf(hop.link) * mostHops + 3;
      case "table":
        return numberOf(hop.table) * mostHops + 4;
      case "nodes":
        return textNumber(hop.nodes.map(numberOf).join(" ")) * mostHops + 5;
      case "addresses":
        return textNumber(hop.addresses.map(formatAddress).join(" ")) * mostHops + 6;
      case "service":
        return textNumber(hop.name) * mostHops + 7;
    }
  }

  return ({ source, rank, shields, yields, final }) => {
    const layer = layers.intern(`${source} ${rank} ${shields} ${yields} ${final}`, () => true);
    return ({ prefix, nextHop, unlessDefaultRoute, invalidUnder, undecided }) => {
      const length = lengths(layer, prefix.length * 2 + Number(unlessDefaultRoute ?? false));
      const kind = plain(length, numberOfHop(nextHop)) * 2;
      if (invalidUnder === undefined && undecided === undefined) return kind;

      const under = invalidUnder === undefined ? "" : formatPrefix(invalidUnder);
      return marked(kind, textNumber(`${under} ${undecided ?? ""}`)) * 2 + 1;
    };
  };
}
