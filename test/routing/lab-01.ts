import type { Topology } from "../../src/model/topology.ts";
import {
  coexistence,
  device,
  type EdgePath,
  edge,
  expressRouteGateway,
  type Instance,
  vpnGateway,
} from "./labs.ts";
import { topologyOf } from "./topologies.ts";

const hubNetworks = ["10.11.0.0/16", "10.1.0.0/16", "10.2.0.0/16"];
const hubNetworksIpv6 = ["fd00:db8:11::/56", "fd00:db8:1::/56", "fd00:db8:2::/56"];

const hubExpressRoute: readonly Instance[] = [
  { id: "hub1-ergw#0", address: "10.11.16.12" },
  { id: "hub1-ergw#1", address: "10.11.16.13" },
];
const hubVpn: readonly Instance[] = [
  { id: "hub1-vpngw#0", address: "10.11.16.15" },
  { id: "hub1-vpngw#1", address: "10.11.16.14" },
];
const branchExpressRoute: readonly Instance[] = [
  { id: "branch2-ergw#0", address: "10.20.16.12" },
  { id: "branch2-ergw#1", address: "10.20.16.13" },
];

const paths: readonly EdgePath[] = [
  {
    id: "er1/primary",
    link: "172.16.0.16/30",
    customerAddress: "172.16.0.17",
    microsoftAddress: "172.16.0.18",
    effectiveNextHopIp: "10.2.146.52",
    gateways: [
      { peer: "10.11.16.6", instances: hubExpressRoute },
      { peer: "10.20.16.4", instances: branchExpressRoute },
    ],
  },
  {
    id: "er1/secondary",
    link: "172.16.0.20/30",
    customerAddress: "172.16.0.21",
    microsoftAddress: "172.16.0.22",
    effectiveNextHopIp: "10.2.146.53",
    gateways: [
      { peer: "10.11.16.7", instances: hubExpressRoute },
      { peer: "10.20.16.5", instances: branchExpressRoute },
    ],
  },
];

const tunnels = hubVpn.map((instance) => ({ instance }));

/** Two gateways on one circuit whose provider's router is silent, and two branches by VPN. */
export const lab01: Topology = topologyOf([
  ...expressRouteGateway(hubExpressRoute, [...hubNetworks, ...hubNetworksIpv6]),
  ...vpnGateway(hubVpn, hubNetworks, ["192.168.10.10/32", "192.168.20.20/32"]),
  ...coexistence(hubVpn, hubExpressRoute),
  ...expressRouteGateway(branchExpressRoute, ["10.20.0.0/16", "fd00:db8:20::/56"]),
  ...paths.flatMap(edge),
  ...device("branch1Nva", "192.168.10.10", 65_001, "10.10.0.0/24", tunnels),
  ...device("branch2Nva", "192.168.20.20", 65_002, "10.20.0.0/24", tunnels),
]);
