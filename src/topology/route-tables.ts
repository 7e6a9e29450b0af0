import type { EstateIndex } from "../model/estate-index.ts";
import { networkOfSubnet } from "../model/ip-configurations.ts";
import { keyOf } from "../model/resource-id.ts";
import { allRouteTables, subnetsOfRouteTable } from "../model/route-table.ts";
import type { TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { userLayerOf } from "./user-layer.ts";

/** Its routes are a layer of the tables of its subnets; what is left to say is what could not be understood. */
export const routeTables: TopologyReader = { reads: "Microsoft.Network/routeTables", read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const table of allRouteTables(estate)) {
    const networks = new Set(
      subnetsOfRouteTable(table, estate).flatMap(
        ({ resource }) => estate.parentOf(resource)?.id ?? networkOfSubnet(resource.id) ?? [],
      ),
    );
    for (const network of networks) yield* userLayerOf(table, keyOf(network), estate).gaps;
  }
}
