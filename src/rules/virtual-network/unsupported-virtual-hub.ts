import type { EstateIndex } from "../../model/estate-index.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { propertyOf } from "../../model/properties.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import { originOf, type Resource, type ResourceId } from "../../model/resource.ts";
import { keyOf, parentIdOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { wordList } from "../word-list.ts";

const HUB = "Microsoft.Network/virtualHubs";
const CONNECTION = "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections";
const MOST_NAMED = 5;

export const unsupportedVirtualHub: Rule = {
  id: "virtual-network/unsupported-virtual-hub",
  severity: "info",
  summary: "What a virtual hub joins is not predicted, and is told.",
  source: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about",

  *check(estate) {
    for (const [hubKey, connections] of connectionsByHub(estate)) {
      const hub = estate.find(hubKey);
      const [first = hub] = connections;
      if (!first) continue;
      const networks = connections.flatMap(networkNames);
      const named = networks.slice(0, MOST_NAMED);
      if (networks.length > named.length) named.push(`${networks.length - named.length} more`);
      const lost =
        named.length === 0
          ? "what it joins"
          : `how packets go between ${wordList(named, "and")} and what lies beyond the hub`;
      yield {
        message: `${hub?.name ?? nameOfId(hubKey)} is a hub of Virtual WAN, which Isthmus does not model: ${lost} is not predicted.`,
        origin: hub
          ? originOf(hub, "properties", "virtualWan")
          : originOf(first, "properties", "remoteVirtualNetwork"),
      };
    }
  },
};

/** Each hub of the estate that belongs to a Virtual WAN, or that networks are connected to; Route Servers are none. */
function connectionsByHub(estate: EstateIndex): ReadonlyMap<ResourceId, readonly Resource[]> {
  const hubs = estate.all(HUB).filter((hub) => propertyOf(hub, "virtualWan") !== undefined);
  const found = new Map<ResourceId, Resource[]>(hubs.map(({ id }) => [keyOf(id), []]));
  for (const connection of estate.all(CONNECTION)) {
    const hub = keyOf(parentIdOf(connection.id) ?? "");
    found.set(hub, [...(found.get(hub) ?? []), connection]);
  }
  return found;
}

function networkNames(connection: Resource): readonly string[] {
  const network = referenceOf(connection, "remoteVirtualNetwork");
  return isReference(network) ? [nameOfId(network.id)] : [];
}
