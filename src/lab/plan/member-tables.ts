import { containsAddress, formatPrefix, parseAddress } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import type { PlacedHost } from "./hosts.ts";
import { type LabDraft, type NamespaceDraft, namespaceFor, tableNumber } from "./lab-draft.ts";
import { routeLine } from "./lookup-tables.ts";
import { hostAddresses, hostNamespace } from "./members.ts";
import { nodeOf, nodesIn, placeOf } from "./places.ts";
import { MEMBERS, tablePurpose } from "./ways.ts";
import type { Wires } from "./wires.ts";

/** The tables in which everything is delivered: to whoever has the address, or all to one host. */
export function writeMembers(draft: LabDraft, hosts: readonly PlacedHost[], wires: Wires): void {
  for (const network of nodesIn(draft).filter((node) => placeOf(node) === "fabric")) {
    const namespace = namespaceFor(draft, network.id, network.name, network.id);
    const table = tableNumber(namespace, MEMBERS);
    const here = hosts.filter((host) => host.network === namespace);
    namespace.ip.push(
      `route add blackhole default metric 9999 table ${table}`,
      ...here.flatMap(({ addresses, device }) =>
        addresses.map((one) => `route add ${one}/32 dev ${device} table ${table}`),
      ),
      ...routersIn(draft, network, namespace, wires).map((line) => `${line} table ${table}`),
      ...frontEndsIn(draft, network, here, table),
      ...here.flatMap((host) => portalOf(namespace, host)),
    );
  }
}

function portalOf(namespace: NamespaceDraft, { namespace: { id }, device }: PlacedHost): readonly string[] {
  const table = namespace.tables.get(`host ${id}`);
  return table === undefined ? [] : [`route add default dev ${device} table ${table}`];
}

/** Gateways and devices answer at the addresses that they have in their network. */
function routersIn(
  draft: LabDraft,
  network: Node,
  namespace: NamespaceDraft,
  wires: Wires,
): readonly string[] {
  const routers = nodesIn(draft).filter((node) => node.within === network.id && placeOf(node) === "router");
  return routers.flatMap((node) => {
    const there = namespaceFor(draft, node.id, node.name, node.id);
    const addresses = hostAddresses(draft, node).filter((text) => isIn(network, text));
    if (addresses.length === 0) return [];

    const { device } = wires.lead(
      namespace,
      there,
      node.table === undefined ? undefined : tablePurpose(node.table),
    );
    for (const address of addresses) addAddress(there, address);
    return addresses.map((address) => `route add ${address}/32 dev ${device}`);
  });
}

export function addAddress({ ip }: NamespaceDraft, address: string): void {
  const line = `addr add ${address}/32 dev lo`;
  if (!ip.includes(line)) ip.push(line);
}

function isIn({ prefixes }: Node, text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && prefixes.some((prefix) => containsAddress(prefix, address));
}

/** To all of those that a load balancer spreads flows over, each of which has its address too. */
function frontEndsIn(
  draft: LabDraft,
  network: Node,
  hosts: readonly PlacedHost[],
  table: number,
): readonly string[] {
  const balancers = nodesIn(draft).filter((node) => node.within === network.id && node.balances);
  return balancers.flatMap(({ prefixes, balances = [] }) => {
    const backends = new Set(
      balances.flatMap((id) => {
        const backend = nodeOf(draft, id);
        return (backend && hostNamespace(draft, backend)) ?? [];
      }),
    );
    const behind = hosts.filter(({ namespace }) => backends.has(namespace));
    if (behind.length === 0) return [];

    return prefixes
      .filter(({ family, length }) => family === 4 && length === 32)
      .map((prefix) => {
        const address = formatPrefix(prefix).replace(/\/32$/, "");
        for (const { namespace } of behind) addAddress(namespace, address);
        return routeLine(
          `${address}/32`,
          behind.map(({ device }) => device),
          table,
        );
      });
  });
}
