import { namedSubnets } from "../azure/named-subnets.ts";
import { contains, formatPrefix, type Prefix, parsePrefix } from "../ip/index.ts";
import type { Estate } from "../model/estate.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf, parseResourceId, scopeId } from "../model/resource-id.ts";
import { rangeIn, readMentions, textsIn } from "./mentions.ts";

/** A network with one peering and nothing else that refers to it. */
export interface Spoke {
  readonly network: ResourceId;
  /** It, its parts, and the half that leads to it. */
  readonly resources: readonly ResourceId[];
  /** Equal for networks that differ in names and addresses alone. */
  readonly likeness: string;
}

const services = new Set(Object.keys(namedSubnets.value).map((name) => name.toLowerCase()));
const PEERING = "/virtualnetworkpeerings/";
const SUBNET = "/subnets/";

/** In the order of the estate. Where anything might tell a network from others it is not among them. */
export function findSpokes(estate: Estate): readonly Spoke[] {
  const mentions = readMentions(estate);
  const contentOf = createContents(estate);
  return [...mentions.networks].flatMap(([network, parts]) => {
    const spoke = spokeOf(network, parts);
    return spoke ? [spoke] : [];
  });

  function spokeOf(network: ResourceId, parts: readonly Resource[]): Spoke | undefined {
    const [own, ...children] = parts;
    const peerings = children.filter(({ id }) => keyOf(id).includes(PEERING));
    const subnets = children.filter(({ id }) => keyOf(id).startsWith(`${network}${SUBNET}`));
    const [peering, another] = peerings;
    if (!own || keyOf(own.id) !== network || !peering || another) return undefined;
    if (subnets.length + 1 !== children.length) return undefined;
    if (subnets.some(({ name }) => services.has(name.toLowerCase()))) return undefined;
    if (mentions.isNamed(own.name)) return undefined;

    const [remote] = textsIn(peering.properties).flatMap((text) => networkKey(text) ?? []);
    const backs = mentions.referrers.get(network) ?? [];
    const [back] = backs;
    if (remote === undefined || backs.length > 1) return undefined;
    if (back && !keyOf(back.id).startsWith(`${remote}${PEERING}`)) return undefined;
    // A network with one peering too could be the spoke as well: neither is then told from the other.
    if (back && mentions.peeringCountOf(remote) < 2) return undefined;

    const ranges = prefixesIn(parts);
    const around = ranges.map((range) => aroundOf(range, network));
    if (ranges.length === 0 || around.some((texts) => texts === undefined)) return undefined;

    const group = [own, ...subnets, peering, ...backs];
    const normal = createNormal(network, ranges, group, contentOf);
    const bodies = group.map(({ properties, envelope, location, existing, deployWhen }) =>
      normal({ properties, envelope, location, existing, deployWhen }),
    );
    if (bodies.some((body) => body === undefined)) return undefined;

    const scope = parseResourceId(own.id);
    return {
      network,
      resources: group.map(({ id }) => keyOf(id)),
      likeness: JSON.stringify([
        scope && scopeId(scope).toLowerCase(),
        remote,
        bodies,
        around,
        mentions.completeIn(network),
      ]),
    };
  }

  /** The ranges elsewhere that hold all of this one; `undefined` where one cuts it, or another network has it too. */
  function aroundOf(range: Prefix, network: ResourceId): readonly string[] | undefined {
    const claimed = [...mentions.ranges.inside(range), ...mentions.ranges.covering(range)];
    if (claimed.some(({ value }) => value.some((owner) => owner !== network))) return undefined;
    if (mentions.literals.inside(range).length > 0) return undefined;
    return mentions.literals.covering(range).map(({ prefix }) => formatPrefix(prefix));
  }
}

function prefixesIn(parts: readonly Resource[]): readonly Prefix[] {
  return parts
    .filter(({ id }) => !keyOf(id).includes(PEERING))
    .flatMap(({ properties }) => textsIn(properties))
    .flatMap((text) => parsePrefix(text) ?? []);
}

function networkKey(text: string): ResourceId | undefined {
  const key = text.startsWith("/") ? keyOf(text) : "";
  return key.includes("/virtualnetworks/") ? key : undefined;
}

type Normal = (value: unknown) => string | undefined;

/** With what is its own by its place, so that two of a kind read alike; `undefined` where something cannot be placed. */
function createNormal(
  network: ResourceId,
  ranges: readonly Prefix[],
  group: readonly Resource[],
  contentOf: (key: string) => string | undefined,
): Normal {
  const keys = group.map(({ id }) => keyOf(id));
  const own = new Map<string, string>();
  for (const [index, range] of ranges.entries())
    if (!own.has(formatPrefix(range))) own.set(formatPrefix(range), `@${index}/${range.length}`);
  return (value) => {
    let isPlaced = true;
    const normal = JSON.stringify(value, (_, inner: unknown) => {
      if (typeof inner !== "string") return inner;
      const prefix = rangeIn(inner);
      if (prefix) {
        const placed = own.get(formatPrefix(prefix));
        if (placed !== undefined) return placed;
        if (ranges.some((range) => contains(range, prefix))) isPlaced = false;
        return inner;
      }
      const key = inner.startsWith("/") ? keyOf(inner) : inner;
      if (key !== network && !key.startsWith(`${network}/`)) return contentOf(key) ?? inner;
      const index = keys.indexOf(key);
      if (index < 0) isPlaced = false;
      return `@${index}`;
    });
    return isPlaced ? normal : undefined;
  };
}

const SETTINGS = /\/(networksecuritygroups|routetables)\/[^/]+$/;

/** What rules and routes say, for which of two lists that say the same a subnet has matters to nobody. */
function createContents({ resources }: Estate): (key: string) => string | undefined {
  const lists = new Map<string, unknown[]>();
  for (const [key, { name, properties }] of resources) {
    const parent = key.slice(0, key.lastIndexOf("/", key.lastIndexOf("/") - 1));
    const list = SETTINGS.test(key) ? key : SETTINGS.test(parent) ? parent : undefined;
    if (list === undefined) continue;
    const known = lists.get(list) ?? [];
    known.push(list === key ? properties : { name, properties });
    lists.set(list, known);
  }
  const texts = new Map<string, string>();
  return (key) => {
    const list = lists.get(key);
    if (!list) return undefined;
    const text = texts.get(key) ?? JSON.stringify(list);
    texts.set(key, text);
    return text;
  };
}
