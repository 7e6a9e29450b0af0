import { defaultSecurityRules } from "../azure/default-security-rules.ts";
import { displayName } from "../model/display-name.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { nameOfId } from "../model/name-of-id.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Filter, FilterRule, Gap, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { unknownAt } from "../model/unknown-at.ts";
import { SUBNET } from "../model/virtual-network.ts";
import { type Direction, filterId, groupOf } from "./filters-of.ts";
import { anyPort, readSecurityRule, type SecurityRule } from "./security-rule.ts";
import { groupsAt, matchOf, membersOf } from "./security-rule-addresses.ts";

const NETWORK_SECURITY_GROUP = "Microsoft.Network/networkSecurityGroups";
const SECURITY_RULE = "Microsoft.Network/networkSecurityGroups/securityRules";
const DIRECTIONS = ["inbound", "outbound"] as const;

/** A group is one filter each way; where a rule is not known, that way has no filter and a gap instead. */
export const networkSecurityGroups: TopologyReader = {
  reads: NETWORK_SECURITY_GROUP,

  *read(estate) {
    for (const group of estate.all(NETWORK_SECURITY_GROUP)) yield* partsOf(group, estate);
    for (const [group, resources] of usersOf(estate)) {
      const [first] = resources;
      if (first && !estate.find(group)) yield missingGroup(group, resources, first);
    }
    yield* membersWithoutAddress(estate);
    yield* groupsWithoutMembers(estate);
  },
};

function* partsOf(group: Resource, estate: EstateIndex): Iterable<TopologyPart> {
  const rules = estate.childrenOf(group, SECURITY_RULE).map((resource) => readSecurityRule(resource, estate));
  const unread = unreadBecause(group);

  for (const direction of DIRECTIONS) {
    const because = unread ?? unknownRule(rules, direction);
    if (because === undefined) yield filterFrom(group, direction, rules);
    else yield notModelled(group, direction, because);
  }
}

function unreadBecause(group: Resource): string | undefined {
  if (group.existing) return "its rules are not in the estate";
  return unknownAt(group, "securityRules")?.because;
}

function unknownRule(rules: readonly SecurityRule[], direction: Direction): string | undefined {
  for (const rule of rules) {
    if (rule.kind === "notKnown" && (rule.direction ?? direction) === direction) return rule.because;
  }
  return undefined;
}

function filterFrom(group: Resource, direction: Direction, rules: readonly SecurityRule[]): Filter {
  const own = rules.flatMap((rule) =>
    rule.kind === "rule" && rule.direction === direction ? [rule.rule] : [],
  );
  return {
    part: "filter",
    id: filterId(keyOf(group.id), direction),
    name: group.name,
    rules: [...own.toSorted((a, b) => a.priority - b.priority), ...defaultsOf(group, direction)],
    origin: group.origin,
  };
}

function defaultsOf(group: Resource, direction: Direction): readonly FilterRule[] {
  return defaultSecurityRules.value
    .filter((rule) => rule.direction.toLowerCase() === direction)
    .map(({ name, priority, access, source, destination }) => ({
      name,
      priority,
      access,
      protocol: "*",
      sources: matchOf([source]),
      destinations: matchOf([destination]),
      sourcePorts: [anyPort],
      destinationPorts: [anyPort],
      origin: group.origin,
    }));
}

/** About the filter and nothing else: what does not meet it, or goes the other way, is not in doubt. */
function notModelled(group: Resource, direction: Direction, because: string): Gap {
  return {
    part: "gap",
    kind: "notModelled",
    about: [filterId(keyOf(group.id), direction)],
    because: `What ${displayName(group)} lets through ${direction} is not known: ${because}.`,
    origin: group.origin,
  };
}

function missingGroup(group: ResourceId, users: readonly Resource[], first: Resource): Gap {
  return {
    part: "gap",
    kind: "notModelled",
    about: DIRECTIONS.map((direction) => filterId(group, direction)),
    because: `What reaches ${users.map(displayName).join(", ")} is not known: the network security group is not in the estate.`,
    origin: first.origin,
  };
}

/** What stands behind which group. */
function usersOf(estate: EstateIndex): ReadonlyMap<ResourceId, readonly Resource[]> {
  const users = new Map<ResourceId, Resource[]>();
  for (const resource of [...estate.all(SUBNET), ...estate.all("Microsoft.Network/networkInterfaces")]) {
    const group = groupOf(resource);
    if (group === undefined) continue;
    const list = users.get(group);
    if (list) list.push(resource);
    else users.set(group, [resource]);
  }
  return users;
}

function* membersWithoutAddress(estate: EstateIndex): Iterable<Gap> {
  const named = new Set(
    estate
      .all(SECURITY_RULE)
      .flatMap((rule) => [...groupsAt(rule, "source"), ...groupsAt(rule, "destination")]),
  );
  for (const [group, { withoutAddress }] of membersOf(estate)) {
    if (!named.has(group)) continue;
    for (const resource of withoutAddress) {
      yield {
        part: "gap",
        kind: "assumed",
        about: [keyOf(resource.id)],
        because: `Rules that name an application security group of ${displayName(resource)} are taken not to match it: its address is not known.`,
        origin: resource.origin,
      };
    }
  }
}

/** In Azure somebody may be in it whom the estate does not hold. */
function* groupsWithoutMembers(estate: EstateIndex): Iterable<Gap> {
  const members = membersOf(estate);
  for (const rule of estate.all(SECURITY_RULE)) {
    const owner = estate.parentOf(rule);
    if (!owner) continue;
    for (const group of [...groupsAt(rule, "source"), ...groupsAt(rule, "destination")]) {
      if (members.has(group)) continue;
      yield {
        part: "gap",
        kind: "assumed",
        about: DIRECTIONS.map((direction) => filterId(keyOf(owner.id), direction)),
        because: `no interface of the estate is in the application security group ${nameOfId(group)}: rules of ${displayName(owner)} that name it are taken to match nobody`,
        origin: rule.origin,
      };
    }
  }
}
