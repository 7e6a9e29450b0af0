import fc from "fast-check";
import { expect, it } from "vitest";
import {
  anyPrefix,
  freeBlocksBySearch,
  nextFreeBlockBySearch,
  overlapsByRange,
  prefix,
  smallPrefix,
  smallPrefixes,
} from "../../test/oracles/ip.ts";
import { formatPrefix, freeBlocks, intersect, nextFreeBlock, subtract, summarise } from "./index.ts";

const length = fc.oneof(fc.integer({ min: 25, max: 34 }), fc.integer({ min: 121, max: 130 }));
const family = fc.constantFrom(4, 6, undefined);

it("finds the free blocks that looking at every block finds", () => {
  fc.assert(
    fc.property(smallPrefixes, smallPrefixes, (space, used) => {
      expect(freeBlocks(space, used)).toEqual(freeBlocksBySearch(space, used));
    }),
  );
});

it("subtracts as looking at every block does", () => {
  fc.assert(
    fc.property(smallPrefix, smallPrefixes, (from, remove) => {
      expect(subtract(from, remove)).toEqual(freeBlocksBySearch([from], remove));
    }),
  );
});

it("what is left and what was removed make up the whole, anywhere in the address space", () => {
  fc.assert(
    fc.property(anyPrefix, fc.array(anyPrefix), (from, remove) => {
      const removed = remove.map((item) => intersect(from, item)).filter((item) => item !== undefined);
      const left = subtract(from, remove);

      expect(summarise([...left, ...removed])).toEqual([from]);
      expect(left.some((block) => remove.some((item) => overlapsByRange(block, item)))).toBe(false);
      expect(left).toEqual(summarise(left));
    }),
  );
});

it("finds the next free block that looking at every block finds", () => {
  fc.assert(
    fc.property(smallPrefixes, smallPrefixes, length, family, (space, used, length, family) => {
      const found = nextFreeBlock(space, used, length, family);

      expect(found).toEqual(nextFreeBlockBySearch(space, used, length, family));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ["0.0.0.0/0", [], ["0.0.0.0/0"], "nothing removed"],
  ["0.0.0.0/0", ["0.0.0.0/0"], [], "everything removed"],
  ["10.0.0.0/24", ["10.0.0.0/8"], [], "more removed than there is"],
  ["10.0.0.0/24", ["10.0.1.0/24", "::/0"], ["10.0.0.0/24"], "something else removed"],
  ["10.0.0.0/30", ["10.0.0.1/32"], ["10.0.0.0/32", "10.0.0.2/31"], "one address removed"],
  ["255.255.255.254/31", ["255.255.255.255/32"], ["255.255.255.254/32"], "the last address removed"],
  ["fd00::/126", ["fd00::/128"], ["fd00::1/128", "fd00::2/127"], "the first address removed"],
])("%s without %j is %j: %s", (from, remove, expected) => {
  expect(subtract(prefix(from), remove.map(prefix)).map(formatPrefix)).toEqual(expected);
});

it("keeps neighbouring prefixes of the space apart", () => {
  const space = ["10.0.0.0/24", "10.0.1.0/24"].map(prefix);

  expect(freeBlocks(space, [])).toEqual(space);
  expect(nextFreeBlock(space, [], 23)).toBeUndefined();
});

it("takes the lowest block, even from a prefix listed later", () => {
  const space = ["10.1.0.0/16", "10.0.0.0/16"].map(prefix);
  const found = nextFreeBlock(space, [prefix("10.0.0.0/25")], 24);

  expect(found && formatPrefix(found)).toBe("10.0.1.0/24");
});
