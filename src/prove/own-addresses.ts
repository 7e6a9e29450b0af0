import { contains, createPrefixTable, formatPrefix, type Prefix } from "../ip/index.ts";
import type { Node, NodeId, Topology } from "../model/topology.ts";

/**
 * Which addresses hosts of an endpoint have. A site may claim a range around networks of Azure, whose addresses are
 * theirs; and those at which its VPN devices end tunnels travel outside of them.
 */
export interface OwnAddresses {
  readonly isOwn: (endpoint: NodeId, of: readonly Prefix[]) => boolean;
  /** Whether it claims a range around a network that is not its own. */
  readonly hasOthers: (node: Node) => boolean;
}

export function createOwnAddresses({ nodes }: Topology): OwnAddresses {
  const networks = [...nodes.values()].filter(({ role }) => role === "virtualNetwork");
  const claims = networks.flatMap(({ id, prefixes }) => prefixes.map((prefix) => [prefix, id] as const));
  const table = createPrefixTable([...groupByPrefix(claims)]);
  const devices = [...nodes.values()].filter(({ role }) => role === "vpnDevice");

  return {
    isOwn(endpoint, [prefix]) {
      const node = nodes.get(endpoint);
      if (!node || !prefix) return false;
      const isElsewhere = table.covering(prefix).some(({ value }) => !value.includes(node.within ?? node.id));
      const isDevice = devices.some(
        ({ within, prefixes }) => within === node.id && prefixes.some((one) => contains(one, prefix)),
      );
      return !isElsewhere && !isDevice;
    },
    hasOthers: ({ id, within, prefixes }) =>
      prefixes.some((prefix) => table.inside(prefix).some(({ value }) => !value.includes(within ?? id))),
  };
}

function groupByPrefix(
  claims: readonly (readonly [Prefix, NodeId])[],
): Iterable<readonly [Prefix, readonly NodeId[]]> {
  const found = new Map<string, [Prefix, NodeId[]]>();
  for (const [prefix, id] of claims) {
    const known = found.get(formatPrefix(prefix));
    if (known) known[1].push(id);
    else found.set(formatPrefix(prefix), [prefix, [id]]);
  }
  return found.values();
}
