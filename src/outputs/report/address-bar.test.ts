import { expect, it } from "vitest";
import { type Prefix, parsePrefix } from "../../ip/index.ts";
import { addressBar, type Block, percentOf } from "./address-bar.ts";

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function block(name: string, text: string): Block {
  return { name, prefix: prefix(text) };
}

/** `share name`, as they stand in the bar. */
function partsOf(range: string, blocks: readonly Block[]): readonly string[] {
  const bar = addressBar(prefix(range), blocks).markup;
  return [...bar.matchAll(/<span( class="free")? style="flex:([\d.]+)" title="([^"]*)"/g)].map(
    (match) => `${match[2]} ${match[3]}`,
  );
}

it("shows subnets and what is free to scale, in the order of addresses", () => {
  expect(partsOf("10.0.0.0/22", [block("data", "10.0.1.0/25"), block("web", "10.0.0.0/24")])).toEqual([
    "25 10.0.0.0/24 web",
    "12.5 10.0.1.0/25 data",
    "12.5 10.0.1.128/25 free",
    "50 10.0.2.0/23 free",
  ]);
});

it("gives each address one place where ranges overlap", () => {
  expect(partsOf("10.0.0.0/24", [block("a", "10.0.0.0/25"), block("b", "10.0.0.0/26")])).toEqual([
    "50 10.0.0.0/25 a",
    "50 10.0.0.128/25 free",
  ]);
});

it("leaves out what is elsewhere", () => {
  expect(partsOf("10.0.0.0/24", [block("a", "10.1.0.0/25")])).toEqual(["100 10.0.0.0/24 free"]);
});

it("joins slivers that nobody could tell apart", () => {
  const blocks = Array.from({ length: 8 }, (_, index) => block(`n${index}`, `10.0.${index}.0/24`));

  expect(partsOf("10.0.0.0/13", blocks)[0]).toBe("0.391 8 ranges from 10.0.0.0/24");
});

it("keeps a subnet of an IPv6 range in sight", () => {
  expect(partsOf("fd00::/40", [block("a", "fd00::/64")])[0]).toBe("0.05 fd00::/64 a");
});

it.each([
  [0, "0 %"],
  [0.001, "less than 1 %"],
  [0.5, "50 %"],
  [0.999, "more than 99 %"],
  [1, "100 %"],
])("says %d as %s", (share, expected) => {
  expect(percentOf(share)).toBe(expected);
});
