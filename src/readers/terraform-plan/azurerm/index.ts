import type { TerraformAddition, TerraformType } from "../terraform-type.ts";
import { azureFirewall } from "./azure-firewall.ts";
import { connection, localNetworkGateway } from "./connection.ts";
import {
  expressRouteCircuit,
  expressRouteCircuitAuthorization,
  expressRouteCircuitPeering,
  expressRoutePort,
} from "./express-route-circuit.ts";
import { loadBalancer, ofLoadBalancers } from "./load-balancer.ts";
import { natGateway, ofNatGateways } from "./nat-gateway.ts";
import { networkInterface, ofNetworkInterfaces } from "./network-interface.ts";
import {
  applicationSecurityGroup,
  networkSecurityGroup,
  networkSecurityRule,
} from "./network-security-group.ts";
import { privateEndpoint } from "./private-endpoint.ts";
import { publicIpAddress } from "./public-ip-address.ts";
import { bgpConnection, routeServer } from "./route-server.ts";
import { route, routeTable } from "./route-table.ts";
import { virtualHubs } from "./virtual-hub.ts";
import { virtualMachines } from "./virtual-machine.ts";
import {
  existingSubnet,
  ofSubnets,
  subnet,
  virtualNetwork,
  virtualNetworkPeering,
} from "./virtual-network.ts";
import { natRule, virtualNetworkGateway } from "./virtual-network-gateway.ts";

const all: readonly TerraformType[] = [
  applicationSecurityGroup,
  azureFirewall,
  bgpConnection,
  connection,
  expressRouteCircuit,
  expressRouteCircuitAuthorization,
  expressRouteCircuitPeering,
  expressRoutePort,
  loadBalancer,
  localNetworkGateway,
  natGateway,
  natRule,
  networkInterface,
  networkSecurityGroup,
  networkSecurityRule,
  privateEndpoint,
  publicIpAddress,
  route,
  routeServer,
  routeTable,
  subnet,
  virtualNetwork,
  virtualNetworkGateway,
  virtualNetworkPeering,
  ...virtualHubs,
  ...virtualMachines,
];

export const terraformTypes: ReadonlyMap<string, TerraformType> = new Map(
  all.map((type) => [type.terraform, type]),
);

export const terraformAdditions: ReadonlyMap<string, TerraformAddition> = new Map(
  [...ofSubnets, ...ofNetworkInterfaces, ...ofLoadBalancers, ...ofNatGateways].map((type) => [
    type.terraform,
    type,
  ]),
);

/** Data sources that say what resources of the same name do, in the same words: of what exists they say a part. */
export const terraformData: ReadonlyMap<string, TerraformType> = new Map(
  [existingSubnet, publicIpAddress, virtualNetwork, virtualNetworkGateway].map((type) => [
    type.terraform,
    type,
  ]),
);
