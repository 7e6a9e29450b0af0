import type { Topology } from "../../src/model/topology.ts";
import {
  coexistence,
  device,
  type EdgePath,
  edge,
  expressRouteGateway,
  type Instance,
  providerRouter,
  vpnGateway,
} from "./labs.ts";
import { topologyOf } from "./topologies.ts";

const hubNetworks = ["10.11.0.0/20", "10.11.16.0/20", "10.1.0.0/20"];
const branchNetworks = ["10.20.0.0/20", "10.20.16.0/20"];

const hubExpressRoute: readonly Instance[] = [
  { id: "hub1-ergw#0", address: "10.11.16.12" },
  { id: "hub1-ergw#1", address: "10.11.16.13" },
];
const hubVpn: readonly [Instance, Instance] = [
  { id: "hub1-vpngw#0", address: "10.11.16.14" },
  { id: "hub1-vpngw#1", address: "10.11.16.15" },
];
const branchExpressRoute: readonly Instance[] = [
  { id: "branch2-ergw#0", address: "10.20.16.12" },
  { id: "branch2-ergw#1", address: "10.20.16.13" },
];

const paths: readonly EdgePath[] = [
  path("er1/primary", 0, "10.63.110.248", "10.11.16.8", hubExpressRoute),
  path("er1/secondary", 4, "10.63.110.252", "10.11.16.9", hubExpressRoute),
  path("er2/primary", 8, "10.20.88.110", "10.11.16.6", hubExpressRoute),
  path("er2/secondary", 12, "10.20.88.111", "10.11.16.7", hubExpressRoute),
  path("er3/primary", 16, "10.20.88.110", "10.20.16.4", branchExpressRoute),
  path("er3/secondary", 20, "10.20.88.111", "10.20.16.5", branchExpressRoute),
];

function path(
  id: string,
  first: number,
  effectiveNextHopIp: string,
  peer: string,
  instances: readonly Instance[],
): EdgePath {
  return {
    id,
    link: `172.16.0.${first}/30`,
    customerAddress: `172.16.0.${first + 1}`,
    microsoftAddress: `172.16.0.${first + 2}`,
    effectiveNextHopIp,
    gateways: [{ peer, instances }],
  };
}

/** Without the branch's Route Server, whose rows two recordings of one state do not agree on. */
export const lab08: Topology = topologyOf([
  ...expressRouteGateway(hubExpressRoute, [...hubNetworks, "fd00:db8:1::/56"]),
  ...vpnGateway(hubVpn, hubNetworks, ["192.168.20.20/32"]),
  ...coexistence(hubVpn, hubExpressRoute),
  ...expressRouteGateway(branchExpressRoute, branchNetworks),
  ...paths.flatMap(edge),
  ...providerRouter("mcr1", 64_512, paths),
  ...device("branch2Nva", "192.168.20.20", 65_002, "10.20.0.0/20", [
    { instance: hubVpn[0], prepend: 5, localPreference: 200 },
    { instance: hubVpn[1], prepend: 6, localPreference: 100 },
  ]),
]);
