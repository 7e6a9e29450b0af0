import type { EstateIndex } from "../model/estate-index.ts";
import { allLocalNetworkGateways, LOCAL_NETWORK_GATEWAY } from "../model/local-network-gateway.ts";
import type { TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { notModelled } from "./gap.ts";

/** They are sites, and what gateways say of them: what is left to tell is what could not be read. */
export const localNetworkGateways: TopologyReader = { reads: LOCAL_NETWORK_GATEWAY, read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const { resource, name, addressPrefixes } of allLocalNetworkGateways(estate))
    for (const { text, prefix, origin } of addressPrefixes)
      if (!prefix) yield notModelled(resource, `${text} behind ${name} is no range`, origin);
}
