import { expect, it } from "vitest";
import { asPathMask } from "./as-path-mask.ts";

it.each([
  ["^$", "bgp_path.len = 0"],
  ["^65001$", "bgp_path ~ [= 65001 =]"],
  ["^65515_12076 65001$", "bgp_path ~ [= 65515 12076 65001 =]"],
  ["^65515_", "bgp_path ~ [= 65515 * =]"],
  ["_12076_", "bgp_path ~ [= * 12076 * =]"],
  ["_12076$", "bgp_path ~ [= * 12076 =]"],
])("%s is %s", (pattern, mask) => {
  expect(asPathMask(pattern)).toBe(mask);
});

// Without an end a number is a part of others: 2076 is in 12076.
it.each(["2076", "^65515 ", "^6500[12]$", "_1|2_", "^1( 1)*$", "^65001"])("%s says more", (pattern) => {
  expect(asPathMask(pattern)).toBeUndefined();
});
