import { addressAt, formatAddress, formatPrefix, type Prefix, parsePrefix } from "../../ip/index.ts";

/** For tests of devices and no network of anybody: https://www.rfc-editor.org/rfc/rfc2544 */
const ROUTERS = parsePrefix("198.18.0.0/16");
const WIRES = { internet: parsePrefix("198.19.0.0/17"), backbone: parsePrefix("198.19.128.0/17") };

/** How many addresses each of the two ranges gives away. */
export const LAB_ADDRESSES = 32_000;

/** Of a router, by which others speak to it where Azure's own address is not known. */
export function routerAddress(number: number): string {
  return addressIn(ROUTERS, number + 1);
}

/** On the segments between: the internet and the backbone. */
export function wireAddress(segment: Segment, number: number): string {
  return addressIn(WIRES[segment], number + 1);
}

export type Segment = keyof typeof WIRES;

export function segmentRange(segment: Segment): string {
  const range = WIRES[segment];
  return range ? formatPrefix(range) : "";
}

function addressIn(range: Prefix | undefined, offset: number): string {
  const address = range && addressAt(range, offset);
  return address === undefined ? "" : formatAddress(address);
}
