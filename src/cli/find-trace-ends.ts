import { namedSubnets } from "../azure/named-subnets.ts";
import { type Address, addressFamily, containsAddress, formatAddress, parseAddress } from "../ip/index.ts";
import type { Node } from "../model/topology.ts";
import type { TraceEnd } from "../model/trace.ts";
import type { Prediction } from "../predict.ts";
import { addressSeenFrom, ownersBehindTranslation } from "../prove/translated-address.ts";
import { findPlace } from "./find-place.ts";
import { hostAddress } from "./host-address.ts";
import { listNames } from "./list-names.ts";
import type { LoadedEstate } from "./load-estate.ts";
import { nameOfElement, tellApart } from "./places.ts";
import { UserError } from "./user-error.ts";

/** What stands for the internet where no address of it is named: kept for documentation, so nobody has it. */
const OUTSIDE = { 4: "192.0.2.1", 6: "2001:db8::1" } as const;

const FAMILIES = [4, 6] as const;

export interface NamedEnd {
  readonly end: TraceEnd;
  readonly name: string;
}

/** Where a flow begins or ends, before its addresses are chosen. */
type Meant =
  | { readonly node: Node; readonly address?: Address }
  | { readonly node?: undefined; readonly address?: Address };

/** Both ends together, for they speak one family; hosts of one subnet get different addresses. */
export function findTraceEnds(
  from: string,
  to: string,
  prediction: Prediction,
  loaded: LoadedEstate,
): readonly [NamedEnd, NamedEnd] {
  const source = findMeant(from, "from", prediction, loaded);
  const target = findMeant(to, "to", prediction, loaded);
  const family = familyOf(source, target, loaded);
  const start = endOf(source, family, 0, prediction, loaded);
  const isSameNode = source.node !== undefined && source.node === target.node;
  const skip = isSameNode && source.node.role === "subnet" && !target.address ? 1 : 0;
  const finish = asSeenFrom(source, target, endOf(target, family, skip, prediction, loaded), prediction);
  if (isSameEnd(start.end, finish.end))
    throw new UserError(`Both ends are ${start.name}.`, "Name two different ones.");
  return [start, finish];
}

/** A name means the host, so it is called as whoever begins has to call it; an address means itself. */
function asSeenFrom(source: Meant, target: Meant, named: NamedEnd, { topology }: Prediction): NamedEnd {
  const { end } = named;
  if ("internet" in end || !target.node || target.address) return named;
  const address = addressSeenFrom(source.node, target.node, end.address, topology);
  return { ...named, end: { node: end.node, address } };
}

function isSameEnd(a: TraceEnd, b: TraceEnd): boolean {
  if ("internet" in a || "internet" in b) return "internet" in a && "internet" in b;
  return a.node === b.node && formatAddress(a.address) === formatAddress(b.address);
}

function findMeant(
  text: string,
  direction: "from" | "to",
  prediction: Prediction,
  loaded: LoadedEstate,
): Meant {
  if (text.toLowerCase() === "internet") return {};
  const address = parseAddress(text);
  if (address) return ownerOf(address, direction, prediction, loaded);
  if (/^[\da-f.:]+\/\d+$/i.test(text))
    throw new UserError(`"${text}" is a range, and a packet has one address.`, "Name one address of it.");

  const { nodes } = prediction.topology;
  const places = [...nodes.values()]
    .filter(({ role, prefixes }) => role === "virtualNetwork" || prefixes.length > 0)
    .map(({ id }) => ({ id, name: nameOfElement(id, loaded.estate) }));
  const node = nodes.get(findPlace(text, places, loaded).id);
  if (!node) throw new Error(`the topology has lost ${text}`);
  return { node: node.role === "virtualNetwork" ? subnetWithHosts(node, prediction, loaded) : node };
}

function ownerOf(
  address: Address,
  direction: "from" | "to",
  { topology }: Prediction,
  { estate, file }: LoadedEstate,
): Meant {
  const [translated, ...others] = ownersBehindTranslation(address, topology);
  if (translated && others.length === 0)
    return { node: translated.node, address: direction === "to" ? address : translated.own };

  const owners = longestMatches(address, topology.nodes.values());
  const [owner] = owners;
  const text = formatAddress(address);
  if (owners.length > 1) {
    const places = owners.map(({ id }) => ({ id, name: nameOfElement(id, estate) }));
    throw new UserError(
      `${text} may be of ${listNames(places.map(tellApart))}.`,
      "Name the one that you mean instead of the address.",
    );
  }
  if (!owner && (direction === "to" || !isPrivate(text))) return { address };
  if (owner && (direction === "to" || owner.role !== "virtualNetwork")) return { node: owner, address };

  throw new UserError(
    owner
      ? `${text} lies in ${nameOfElement(owner.id, estate)} and in none of its subnets.`
      : `Nobody in ${file} has ${text}.`,
    "Begin at an address of a subnet, an interface, a site or users.",
  );
}

function longestMatches(address: Address, nodes: Iterable<Node>): readonly Node[] {
  let longest = -1;
  let found: Node[] = [];
  for (const node of nodes) {
    const length = Math.max(
      -1,
      ...node.prefixes.filter((prefix) => containsAddress(prefix, address)).map(({ length }) => length),
    );
    if (length < longest || length < 0) continue;
    if (length > longest) found = [];
    longest = length;
    found.push(node);
  }
  // A subnet as large as its network is the one that is meant.
  const members = found.filter(({ role }) => role !== "virtualNetwork");
  return members.length > 0 ? members : found;
}

/** By the ranges that no route of the internet leads to. */
function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/.test(
    address,
  );
}

function familyOf(source: Meant, target: Meant, { estate }: LoadedEstate): 4 | 6 {
  const [one, other] = [source, target].map(familiesOf);
  const common = FAMILIES.find((family) => one?.has(family) && other?.has(family));
  if (common) return common;

  const name = ({ node, address }: Meant) =>
    address ? formatAddress(address) : nameOfElement(node?.id ?? "", estate);
  throw new UserError(
    `${name(source)} and ${name(target)} have no family of addresses in common.`,
    "Give both an IPv4 range, or both an IPv6 range.",
  );
}

function familiesOf({ node, address }: Meant): ReadonlySet<4 | 6> {
  if (address) return new Set([addressFamily(address)]);
  return node ? new Set(node.prefixes.map(({ family }) => family)) : new Set([4, 6]);
}

function endOf(
  { node, address }: Meant,
  family: 4 | 6,
  skip: number,
  prediction: Prediction,
  { estate }: LoadedEstate,
): NamedEnd {
  if (!node) {
    const outside = address ?? parseAddress(OUTSIDE[family]);
    if (!outside) throw new Error("an address for documentation is none");
    return { end: { internet: outside }, name: address ? formatAddress(address) : "internet" };
  }
  const name = nameOfElement(node.id, estate);
  const chosen = address ?? hostAddress(node, family, skip, prediction.topology);
  if (chosen) return { end: { node: node.id, address: chosen }, name };
  throw new UserError(`${name} has no address that a host could use.`, "Name another one.");
}

function subnetWithHosts(network: Node, prediction: Prediction, { estate }: LoadedEstate): Node {
  const subnets = [...prediction.topology.nodes.values()].filter(
    (node) => node.role === "subnet" && node.within === network.id && node.prefixes.length > 0,
  );
  const found = subnets.find(({ id }) => !isNamedSubnet(estate.resources.get(id)?.name ?? ""));
  if (found) return found;
  throw new UserError(
    `${nameOfElement(network.id, estate)} has no subnet with hosts.`,
    subnets.length > 0
      ? `It has ${listNames(subnets.map(({ id }) => nameOfElement(id, estate)))} alone. Give it another one.`
      : "Give it one.",
  );
}

function isNamedSubnet(name: string): boolean {
  return Object.keys(namedSubnets.value).some((known) => known.toLowerCase() === name.toLowerCase());
}
