import fc from "fast-check";
import { expect, it } from "vitest";
import {
  anyPrefix,
  freeBlocksBySearch,
  isFree,
  nextFreeBlockBySearch,
  prefix,
  smallPrefix,
  smallPrefixes,
} from "../../test/oracles/ip.ts";
import { createAllocator, formatPrefix, freeBlocks, nextFreeBlock, type Prefix } from "./index.ts";

const smallLength = fc.oneof(fc.integer({ min: 26, max: 33 }), fc.integer({ min: 122, max: 129 }));
const family = fc.constantFrom(4, 6, undefined);
const request = fc.oneof(
  fc.record({ length: smallLength, family }),
  smallPrefix.map((exact) => ({ exact })),
);

it("hands out what looking at every block would, whatever is asked and in whatever order", () => {
  fc.assert(
    fc.property(smallPrefixes, smallPrefixes, fc.array(request), (space, used, requests) => {
      const allocator = createAllocator(space, used);
      const taken: Prefix[] = [...used];

      for (const request of requests) {
        if ("exact" in request) {
          const free = isFree(request.exact, space, taken);
          expect(allocator.takeExact(request.exact)).toBe(free);
          if (free) taken.push(request.exact);
        } else {
          const expected = nextFreeBlockBySearch(space, taken, request.length, request.family);
          expect(allocator.take(request.length, request.family)).toEqual(expected);
          if (expected !== undefined) taken.push(expected);
        }
      }

      expect(allocator.free()).toEqual(freeBlocksBySearch(space, taken));
    }),
    { numRuns: 300 },
  );
});

it("agrees with nextFreeBlock anywhere in the address space", () => {
  const lengths = fc.array(fc.tuple(fc.nat(128), family), { maxLength: 20 });

  fc.assert(
    fc.property(
      fc.array(anyPrefix, { maxLength: 5 }),
      fc.array(anyPrefix),
      lengths,
      (space, used, lengths) => {
        const allocator = createAllocator(space, used);
        const taken = [...used];

        for (const [length, family] of lengths) {
          const expected = nextFreeBlock(space, taken, length, family);
          expect(allocator.take(length, family)).toEqual(expected);
          if (expected !== undefined) taken.push(expected);
        }

        expect(allocator.free()).toEqual(freeBlocks(space, taken));
      },
    ),
  );
});

it("fills gaps before it goes on", () => {
  const allocator = createAllocator([prefix("10.0.0.0/16")], []);

  const taken = [26, 24, 27, 26].map((length) => allocator.take(length));

  expect(taken.map((block) => block && formatPrefix(block))).toEqual([
    "10.0.0.0/26",
    "10.0.1.0/24",
    "10.0.0.64/27",
    "10.0.0.128/26",
  ]);
});

it.each([
  [33, "longer than an address"],
  [15, "larger than the space"],
  [24.5, "a fraction"],
  [-1, "negative"],
  [Number.NaN, "no number"],
])("takes nothing of length %d: %s", (length) => {
  const allocator = createAllocator([prefix("10.0.0.0/16")], []);

  expect(allocator.take(length)).toBeUndefined();
  expect(allocator.free()).toEqual([prefix("10.0.0.0/16")]);
});

it("takes IPv6 when no IPv4 block is long enough, unless told which", () => {
  const allocator = createAllocator([prefix("10.0.0.0/16"), prefix("fd00::/48")], []);

  expect(allocator.take(64)).toEqual(prefix("fd00::/64"));
  expect(allocator.take(64, 4)).toBeUndefined();
  expect(allocator.take(64, 6)).toEqual(prefix("fd00:0:0:1::/64"));
});
