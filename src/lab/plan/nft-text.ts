import type { NamespaceDraft } from "./lab-draft.ts";

/** Chains of other names are only jumped to. */
const HOOKS: Readonly<Record<string, string>> = {
  forward: "type filter hook forward priority filter",
  input: "type filter hook input priority filter",
  output: "type filter hook output priority filter",
  prerouting: "type nat hook prerouting priority dstnat",
  postrouting: "type nat hook postrouting priority srcnat",
  // After whatever the host itself puts in place of the sender: the device sees what is really sent.
  leaving: "type filter hook postrouting priority srcnat + 50",
  // Around all that remembers flows: what is changed here is changed packet by packet, and nothing is kept of it.
  arriving: "type filter hook prerouting priority raw",
  departing: "type filter hook postrouting priority srcnat + 100",
};

/** The ruleset of a namespace; `undefined` where it has none. */
export function nftText({ nft, tagged }: NamespaceDraft): string | undefined {
  if (nft.size === 0) return undefined;

  // A chain must be there before another jumps to it.
  const ordered = [...nft].sort(([a], [b]) => Number(a in HOOKS) - Number(b in HOOKS));
  const chains = ordered.map(([chain, statements]) => {
    const hook = HOOKS[chain];
    const lines = [...(hook === undefined ? [] : [`${hook};`]), ...statements];
    return [`  chain ${chain} {`, ...lines.map((one) => `    ${one}`), "  }"].join("\n");
  });
  return [`${TABLE} {`, ...(tagged ? [setText(tagged.ranges)] : []), ...chains, "}", ""].join("\n");
}

const TABLE = "table ip isthmus";

/** What a filter asks for the service tag VirtualNetwork. */
export const ROUTED = "routed";

function setText(ranges: readonly string[]): string {
  const elements = ranges.length === 0 ? "" : ` elements = ${nftSet(ranges)};`;
  return `  set ${ROUTED} { type ipv4_addr; flags interval;${elements} }`;
}

/** At once: a packet meets what the set held before, or what it holds now. */
export function newRoutedText(ranges: readonly string[]): string {
  const set = `${TABLE.slice("table ".length)} ${ROUTED}`;
  const added = ranges.length === 0 ? [] : [`add element ${set} ${nftSet(ranges)}`];
  return [`flush set ${set}`, ...added, ""].join("\n");
}

export function nftSet(members: readonly string[]): string {
  return `{ ${members.join(", ")} }`;
}
