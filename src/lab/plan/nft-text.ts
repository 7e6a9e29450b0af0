import type { NamespaceDraft } from "./lab-draft.ts";

/** Chains of other names are only jumped to. */
const HOOKS: Readonly<Record<string, string>> = {
  forward: "type filter hook forward priority filter",
  input: "type filter hook input priority filter",
  output: "type filter hook output priority filter",
  prerouting: "type nat hook prerouting priority dstnat",
  postrouting: "type nat hook postrouting priority srcnat",
};

/** The ruleset of a namespace; `undefined` where it has none. */
export function nftText({ nft }: NamespaceDraft): string | undefined {
  if (nft.size === 0) return undefined;

  // A chain must be there before another jumps to it.
  const ordered = [...nft].sort(([a], [b]) => Number(a in HOOKS) - Number(b in HOOKS));
  const chains = ordered.map(([chain, statements]) => {
    const hook = HOOKS[chain];
    const lines = [...(hook === undefined ? [] : [`${hook};`]), ...statements];
    return [`  chain ${chain} {`, ...lines.map((one) => `    ${one}`), "  }"].join("\n");
  });
  return ["table ip isthmus {", ...chains, "}", ""].join("\n");
}

export function nftSet(members: readonly string[]): string {
  return `{ ${members.join(", ")} }`;
}
