import { formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Link, LinkEnd, Node } from "../../model/topology.ts";
import { nftSet } from "./nft-text.ts";

/** What a link does not let through, as statements at the device where it arrives. `network`: what it leaves. */
export function linkChecks(
  link: Link,
  [here, there]: readonly [LinkEnd, LinkEnd],
  network: Node,
  countsAsOwn: boolean,
  device: string,
): readonly string[] {
  const arriving = `iifname "${device}"`;
  if (!here.sends || link.brokenBecause !== undefined) return [`${arriving} drop`];

  const own =
    countsAsOwn || there.acceptsForwarded || network.prefixes.length === 0 ? undefined : network.prefixes;
  return [here.sendsFrom, own].flatMap((prefixes) =>
    prefixes === undefined ? [] : [`${arriving} ${notFrom(prefixes)}drop`],
  );
}

function notFrom(prefixes: readonly Prefix[]): string {
  const ranges = prefixes.filter(({ family }) => family === 4).map(formatPrefix);
  return ranges.length === 0 ? "" : `ip saddr != ${nftSet(ranges)} `;
}
