import { gatewayBgpPeers, gatewayLearnedRoutes } from "../../src/routing/gateway-routes.ts";
import { resources } from "./find-down.ts";
import type { SolvedLab } from "./predict-tables.ts";
import type { RecordedRow } from "./recording.ts";

function gatewayCalled(owner: string, { lab, topology }: SolvedLab) {
  const [id] = resources(lab.estate, "virtualNetworkGateways", owner);
  if (id === undefined) return undefined;

  const type = lab.estate.resources.get(id)?.properties["gatewayType"];
  return {
    gatewayType: type === "ExpressRoute" ? ("ExpressRoute" as const) : ("Vpn" as const),
    instances: [`${id}#0`, `${id}#1`].filter((node) => topology.nodes.has(node)),
  };
}

export function predictPeers(owner: string, lab: SolvedLab): readonly RecordedRow[] | undefined {
  const gateway = gatewayCalled(owner, lab);
  return (
    gateway &&
    gatewayBgpPeers(gateway, lab.topology, lab.solved).map((peer) => ({
      neighbor: peer.neighbor ?? null,
      asn: peer.asn,
      localAddress: peer.localAddress ?? null,
      routesReceived: peer.routesReceived,
      state: peer.state,
    }))
  );
}

export function predictLearned(owner: string, lab: SolvedLab): readonly RecordedRow[] | undefined {
  const gateway = gatewayCalled(owner, lab);
  return (
    gateway &&
    gatewayLearnedRoutes(gateway, lab.topology, lab.solved).map((route) => ({
      network: route.network,
      nextHop: route.nextHop ?? null,
      origin: route.origin,
      sourcePeer: route.sourcePeer ?? null,
      asPath: route.asPath,
      weight: route.weight,
    }))
  );
}
