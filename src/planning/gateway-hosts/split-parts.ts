import { compareNames } from "./compare-names.ts";
import type { HostOption, NetworkOptions } from "./host-options.ts";

/**
 * Networks whose choices bear on each other, because they could meet at a host. Parts are chosen apart; so a price that
 * is not known in one of them changes nothing in another. Numbers are places in these lists.
 */
export interface Part {
  /** By name. */
  readonly clients: readonly Client[];
  /** By name. */
  readonly hosts: readonly Host[];
}

export interface Client extends NetworkOptions {
  readonly options: readonly ClientOption[];
  /** Itself among the hosts, where it could host. */
  readonly own?: number;
}

export interface ClientOption extends HostOption {
  readonly at: number;
}

export interface Host {
  readonly name: string;
  /** Itself among the clients, where it has demands: then it hosts nobody without hosting itself. */
  readonly self?: number;
  /** All clients that could use it, itself included. */
  readonly guests: readonly number[];
}

export function splitParts(networks: readonly NetworkOptions[]): Part[] {
  const rootOf = unite(networks);
  const groups = new Map<string, NetworkOptions[]>();
  for (const network of networks) {
    const root = rootOf(network.name);
    const group = groups.get(root);
    if (group) group.push(network);
    else groups.set(root, [network]);
  }
  return [...groups.values()].map(partOf);
}

/** Union by find with halving: a network and each of its hosts belong together. */
function unite(networks: readonly NetworkOptions[]): (name: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let current = name;
    for (let parent = parents.get(current); parent !== undefined; parent = parents.get(current)) {
      const above = parents.get(parent);
      if (above !== undefined) parents.set(current, above);
      current = parent;
    }
    return current;
  };
  for (const { name, options } of networks) {
    for (const { host } of options) {
      const [a, b] = [rootOf(name), rootOf(host)];
      if (a !== b) parents.set(a, b);
    }
  }
  return rootOf;
}

function partOf(networks: readonly NetworkOptions[]): Part {
  const names = [...new Set(networks.flatMap(({ options }) => options.map(({ host }) => host)))];
  names.sort(compareNames);
  const places = new Map(names.map((name, place) => [name, place]));
  const clients = networks.map((network): Client => {
    const own = places.get(network.name);
    const options = network.options.map((option) => ({ ...option, at: places.get(option.host) ?? -1 }));
    return { ...network, options, ...(own === undefined ? {} : { own }) };
  });
  const guests = names.map((): number[] => []);
  for (const [client, { options }] of clients.entries())
    for (const { at } of options) guests[at]?.push(client);
  const selves = new Map(networks.map(({ name }, client) => [name, client]));
  const hosts = names.map((name, place): Host => {
    const self = selves.get(name);
    return { name, guests: guests[place] ?? [], ...(self === undefined ? {} : { self }) };
  });
  return { clients, hosts };
}
