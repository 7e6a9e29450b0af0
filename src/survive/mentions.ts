import {
  createPrefixTable,
  formatPrefix,
  hostPrefix,
  type Prefix,
  type PrefixTable,
  parseAddress,
  parsePrefix,
} from "../ip/index.ts";
import type { Estate } from "../model/estate.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";

/** Who speaks of which network, and of which addresses. */
export interface Mentions {
  /** By network: itself and its parts, in the order of the estate. */
  readonly networks: ReadonlyMap<ResourceId, readonly Resource[]>;
  /** Of each network, the resources elsewhere that refer to it or to a part of it. */
  readonly referrers: ReadonlyMap<ResourceId, readonly Resource[]>;
  /** What networks and subnets have, with whose it is. */
  readonly ranges: PrefixTable<readonly ResourceId[]>;
  /** Every range and address that anything but a network, a subnet or a peering says. */
  readonly literals: PrefixTable<true>;
  readonly peeringCountOf: (network: ResourceId) => number;
  /** Which of its parts are said to be complete, as the ends of their ids. */
  readonly completeIn: (network: ResourceId) => readonly string[];
  /** Whether sites, users or appliances say that word. */
  readonly isNamed: (name: string) => boolean;
}

const NETWORK =
  /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.network\/virtualnetworks\/[^/]+)/;

export function readMentions(estate: Estate): Mentions {
  const networks = new Map<ResourceId, Resource[]>();
  const referrers = new Map<ResourceId, Resource[]>();
  const ranges = new Map<string, [Prefix, ResourceId[]]>();
  const literals = new Map<string, Prefix>();
  const words = new Set<string>();

  for (const [key, resource] of estate.resources) {
    const owner = networkOf(key);
    if (owner !== undefined) push(networks, owner, resource);
    const isPeering = key.includes("/virtualnetworkpeerings/");
    for (const text of textsIn(resource)) {
      const meant = networkOf(keyOf(text));
      if (meant !== undefined && meant !== owner && !referrers.get(meant)?.includes(resource))
        push(referrers, meant, resource);
      const prefix = meant === undefined ? rangeIn(text) : undefined;
      if (!prefix || isPeering) continue;
      if (owner === undefined) literals.set(formatPrefix(prefix), prefix);
      else claim(prefix, owner);
    }
  }
  const { sites, providerRouters, p2sUsers, appliances, observed, sameSecrets, coverage } = estate;
  const { absent, complete } = coverage;
  for (const text of textsIn({
    sites,
    providerRouters,
    p2sUsers,
    appliances,
    observed,
    sameSecrets,
    absent,
  })) {
    words.add(text.toLowerCase());
    const meant = networkOf(keyOf(text));
    if (meant !== undefined) words.add(meant.slice(meant.lastIndexOf("/") + 1));
    const prefix = meant === undefined ? rangeIn(text) : undefined;
    if (prefix) literals.set(formatPrefix(prefix), prefix);
  }

  function claim(prefix: Prefix, owner: ResourceId): void {
    const text = formatPrefix(prefix);
    const known = ranges.get(text);
    if (known) known[1].push(owner);
    else ranges.set(text, [prefix, [owner]]);
  }

  const completeness = new Map<ResourceId, string[]>();
  for (const id of complete) {
    const key = keyOf(id);
    const network = networkOf(key);
    if (network !== undefined) push(completeness, network, key.slice(network.length));
  }

  return {
    networks,
    referrers,
    ranges: createPrefixTable(ranges.values()),
    literals: createPrefixTable([...literals.values()].map((prefix) => [prefix, true] as const)),
    peeringCountOf: (network) => networks.get(network)?.filter(isHalf).length ?? 0,
    completeIn: (network) => completeness.get(network) ?? [],
    isNamed: (name) => words.has(name.toLowerCase()),
  };
}

function isHalf({ id }: Resource): boolean {
  return keyOf(id).includes("/virtualnetworkpeerings/");
}

function networkOf(key: string): ResourceId | undefined {
  return key.startsWith("/") ? NETWORK.exec(key)?.[1] : undefined;
}

export function rangeIn(text: string): Prefix | undefined {
  const address = parseAddress(text);
  return parsePrefix(text) ?? (address && hostPrefix(address));
}

/** All texts in a value but where it comes from. */
export function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  addTexts(value, texts);
  return texts;
}

function addTexts(value: unknown, texts: string[]): void {
  if (typeof value === "string") texts.push(value);
  else if (Array.isArray(value)) for (const inner of value) addTexts(inner, texts);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (key !== "origin" && key !== "parts") addTexts(inner, texts);
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
