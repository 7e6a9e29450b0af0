/**
 * The definitions behind `src/ip`, spelled out: slow, plainly right, and sharing no arithmetic with it. They read a
 * prefix from its text, and search by looking at every block of two tiny spaces.
 */
import fc from "fast-check";
import {
  type Address,
  alignPrefix,
  type Family,
  formatAddress,
  formatPrefix,
  type Prefix,
  parseAddress,
  parsePrefix,
} from "../../src/ip/index.ts";

/** For tests that write prefixes out: throws on a typing mistake in the test. */
export function prefix(text: string): Prefix {
  return parsePrefix(text) ?? mistake(text);
}

export function address(text: string): Address {
  return parseAddress(text) ?? mistake(text);
}

function mistake(text: string): never {
  throw new Error(`The test says ${text}, which does not parse.`);
}

// The numbers of an address and of a prefix, from their text.

export function numberOf(address: Address): bigint {
  return numberOfText(formatAddress(address));
}

function numberOfText(text: string): bigint {
  if (!text.includes(":")) return text.split(".").reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);

  const [, start = "", dotted] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  if (dotted !== undefined) return numberOfText(`${start}0:0`) + numberOfText(dotted);

  const [head = [], tail = []] = text.split("::").map((side) => side.split(":").filter(Boolean));
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

interface Range {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

/** Kept, because the searches ask for the same few again and again. */
const ranges = new WeakMap<Prefix, Range>();

export function rangeOf(prefix: Prefix): Range {
  const range = ranges.get(prefix) ?? readRange(prefix);
  ranges.set(prefix, range);
  return range;
}

function readRange(prefix: Prefix): Range {
  const [start = "", length = ""] = formatPrefix(prefix).split("/");
  const first = numberOfText(start);
  const bits = start.includes(":") ? 128n : 32n;

  return { family: bits === 32n ? 4 : 6, first, last: first + 2n ** (bits - BigInt(length)) - 1n };
}

export function overlapsByRange(a: Prefix, b: Prefix): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return left.family === right.family && left.first <= right.last && right.first <= left.last;
}

export function containsByRange(outer: Prefix, inner: Prefix): boolean {
  const [around, within] = [rangeOf(outer), rangeOf(inner)];
  return around.family === within.family && around.first <= within.first && within.last <= around.last;
}

export function containsAddressByRange(prefix: Prefix, address: Address): boolean {
  const range = rangeOf(prefix);
  const number = numberOf(address);
  return (
    (range.family === 6) === formatAddress(address).includes(":") &&
    range.first <= number &&
    number <= range.last
  );
}

// Searches: what they are given must lie in the two small spaces, whose every block they look at.

/** All prefixes inside 10.0.0.0/27 and fd00::/123, in the order of `comparePrefixes`: first address, then length. */
export const smallBlocks: readonly Prefix[] = [
  ...blocksOfSmallSpace((offset, bits) => `10.0.0.${offset}/${27 + bits}`),
  ...blocksOfSmallSpace((offset, bits) => `fd00::${offset.toString(16)}/${123 + bits}`),
];

function blocksOfSmallSpace(text: (offset: number, bits: number) => string): Prefix[] {
  const blocks: Prefix[] = [];
  for (let offset = 0; offset < 32; offset++) {
    for (let bits = 0; bits <= 5; bits++) {
      if (offset % 2 ** (5 - bits) === 0) blocks.push(prefix(text(offset, bits)));
    }
  }

  return blocks;
}

/** Every block that is free and not inside a larger one that is free. */
export function freeBlocksBySearch(space: readonly Prefix[], used: readonly Prefix[]): Prefix[] {
  return largest(smallBlocks.filter((block) => isFree(block, space, used)));
}

export function nextFreeBlockBySearch(
  space: readonly Prefix[],
  used: readonly Prefix[],
  length: number,
  family?: Family,
): Prefix | undefined {
  return smallBlocks.find(
    (block) =>
      block.length === length &&
      (family === undefined || block.family === family) &&
      isFree(block, space, used),
  );
}

/** Every block all of whose addresses are in one of the prefixes, and not inside a larger such block. */
export function summariseBySearch(prefixes: readonly Prefix[]): Prefix[] {
  return largest(
    smallBlocks.filter((block) =>
      hostsOf(block).every((host) => prefixes.some((prefix) => containsByRange(prefix, host))),
    ),
  );
}

export function isFree(block: Prefix, space: readonly Prefix[], used: readonly Prefix[]): boolean {
  return (
    space.some((prefix) => containsByRange(prefix, block)) &&
    !used.some((prefix) => overlapsByRange(prefix, block))
  );
}

function hostsOf(block: Prefix): Prefix[] {
  return smallBlocks.filter(
    (host) => host.length === (block.family === 4 ? 32 : 128) && containsByRange(block, host),
  );
}

function largest(blocks: readonly Prefix[]): Prefix[] {
  return blocks.filter((block) => !blocks.some((other) => other !== block && containsByRange(other, block)));
}

export function overlappingPairsByTrying<T>(
  entries: readonly { readonly prefix: Prefix; readonly value: T }[],
): (readonly [T, T])[] {
  return entries.flatMap((a, index) =>
    entries
      .slice(index + 1)
      .filter((b) => overlapsByRange(a.prefix, b.prefix))
      .map((b) =>
        containsByRange(a.prefix, b.prefix) ? ([a.value, b.value] as const) : ([b.value, a.value] as const),
      ),
  );
}

/** The entries a table must answer with, most specific first. Later entries replace earlier ones. */
export function matchesByFilter<T>(
  entries: readonly (readonly [Prefix, T])[],
  matches: (prefix: Prefix) => boolean,
): { readonly prefix: Prefix; readonly value: T }[] {
  const latest = new Map(entries.map(([prefix, value]) => [formatPrefix(prefix), { prefix, value }]));

  return [...latest.values()]
    .filter((entry) => matches(entry.prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length);
}

// Generators.

/** In two tiny spaces, so that most pairs have something to do with each other. */
export const smallPrefix = fc.constantFrom(...smallBlocks);
export const smallPrefixes = fc.array(smallPrefix, { maxLength: 12 });

const ipv4Text = fc
  .tuple(...Array<fc.Arbitrary<number>>(4).fill(fc.nat(255)))
  .map((octets) => octets.join("."));

/** Zero groups are frequent, so that `::` has something to do. */
const ipv6Text = fc
  .array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.map((group) => group.toString(16)).join(":"));

export const anyAddressText = fc.oneof(ipv4Text, ipv6Text);
export const anyAddress = anyAddressText.map(address);
export const smallAddress = fc.oneof(
  fc.nat(40).map((offset) => address(`10.0.0.${offset}`)),
  fc.nat(40).map((offset) => address(`fd00::${offset.toString(16)}`)),
);

/** The whole address space, both families. */
export const anyPrefix = fc
  .oneof(fc.tuple(ipv4Text, fc.nat(32)), fc.tuple(ipv6Text, fc.nat(128)))
  .map(([text, length]) => alignPrefix(`${text}/${length}`) ?? mistake(text));
