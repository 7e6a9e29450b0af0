import type { Variant } from "../scenarios/scenario.ts";
import {
  balancer,
  groupOfAppliance,
  secondGatewayOfCircuit,
  tableOfGateway,
  tableToSite,
} from "./written-resources.ts";

/** Labs for what drawn estates seldom have: a scenario, changed, and what fails in it one after the other. */
interface WrittenLab extends Omit<Variant, "down"> {
  readonly scenario: string;
  /** By name, or by the whole id of what is no resource. */
  readonly downs?: readonly string[];
  /** Whether hosts listen, too, and load balancers are asked. */
  readonly hears?: boolean;
}

const BRANCHES = "expressroute-site-and-vpn-site";

const INTERFACE = "  - type: Microsoft.Network/networkInterfaces\n";
const RESOURCES =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/example/providers/microsoft.network";

export const writtenLabs: Readonly<Record<string, WrittenLab>> = {
  "appliance-that-fails": {
    scenario: "spokes-through-appliance",
    downs: ["appliance", "a/to-hub"],
    hears: true,
  },
  "forwarded-not-said": {
    scenario: "spokes-through-appliance",
    edits: [
      ["allowVirtualNetworkAccess: true, allowForwardedTraffic: true }", "allowVirtualNetworkAccess: true }"],
    ],
  },
  "appliance-in-front": {
    scenario: "spokes-through-appliance",
    edits: [
      ["sourceNat: false", "sourceNat: true"],
      ["{ addressPrefix: 10.1.0.0/16, nextHopType", "{ addressPrefix: 10.99.0.0/16, nextHopType"],
    ],
  },
  "appliance-with-group": {
    scenario: "spokes-through-appliance",
    edits: [
      [INTERFACE, `${groupOfAppliance}${INTERFACE}`],
      [
        "enableIPForwarding: true\n",
        "enableIPForwarding: true\n      networkSecurityGroup: { id: networkSecurityGroups/of-appliance }\n",
      ],
    ],
  },
  "peering-with-one-half": { scenario: "peering-lifecycle", without: ["b/to-a"] },
  "branches-apart": {
    scenario: BRANCHES,
    edits: [["allowBranchToBranchTraffic: true", "allowBranchToBranchTraffic: false"]],
    downs: ["vpn-hub#0"],
  },
  "default-site": {
    scenario: "static-gateway-transit",
    edits: [
      [
        "activeActive: true\n",
        "activeActive: true\n      gatewayDefaultSite: { id: localNetworkGateways/lng-proxy }\n",
      ],
    ],
    downs: ["vpn-hub#0", "hub/to-spoke"],
  },
  "peering-half-connected": {
    scenario: "peering-lifecycle",
    edits: [
      [
        "{ id: virtualNetworks/a }, allowVirtualNetworkAccess: true, peeringState: Connected",
        "{ id: virtualNetworks/a }, allowVirtualNetworkAccess: true, peeringState: Initiated",
      ],
    ],
  },
  "same-number": { scenario: "chain-with-bgp", edits: [["asn: 64601", "asn: 64604"]] },
  "own-range-told-back": { scenario: "bgp-inside-virtual-network", downs: ["to-office"] },
  "transit-not-used": {
    scenario: "static-gateway-transit",
    edits: [["useRemoteGateways: true", "useRemoteGateways: false"]],
    downs: ["vpn-hub#0"],
  },
  "peering-broken-of-private-range": {
    scenario: "static-gateway-transit",
    edits: [
      ["10.8.0.0", "192.168.0.0"],
      [
        "remoteVirtualNetwork: { id: virtualNetworks/spoke }\n",
        "remoteVirtualNetwork: { id: virtualNetworks/spoke }\n            peeringState: Disconnected\n",
      ],
    ],
  },
  "tunnel-reported-down": {
    scenario: "static-gateway-transit",
    edits: [["connectionType: IPsec\n", "connectionType: IPsec\n      connectionStatus: NotConnected\n"]],
  },
  "forwarded-nobody-says": {
    scenario: "spokes-through-appliance",
    edits: [
      ["    name: a\n", "    name: a\n    existing: true\n"],
      ["allowVirtualNetworkAccess: true, allowForwardedTraffic: true }", "allowVirtualNetworkAccess: true }"],
    ],
  },
  "circuit-not-used": {
    scenario: "expressroute-and-vpn",
    edits: [[", useRemoteGateways: true", ""]],
    downs: ["to-circuit"],
  },
  "own-range-over-tunnel": {
    scenario: "expressroute-and-vpn",
    edits: [
      [
        "tunnels: [{ gatewayConnection: connections/to-office }]",
        "tunnels: [{ gatewayConnection: connections/to-office, advertises: [10.17.11.0/28, 10.1.11.0/25] }]",
      ],
    ],
    downs: ["to-circuit"],
  },
  "own-range-over-circuit": {
    scenario: "expressroute-and-vpn",
    edits: [["site: office }", "site: office, advertises: [10.17.11.0/28, 10.1.11.0/25] }"]],
    downs: ["to-office"],
  },
  "next-hop-behind-tunnel": {
    scenario: "clients-and-tunnels",
    edits: [
      [
        "addressPrefix: 10.2.255.0/27 }",
        "addressPrefix: 10.2.255.0/27, routeTable: { id: routeTables/of-gateway } }",
      ],
      ["p2sUsers:\n", `${tableOfGateway}p2sUsers:\n`],
    ],
  },
  "balanced-in-peered-subnet": {
    scenario: "spokes-through-appliance",
    edits: [
      [INTERFACE, `${balancer}${INTERFACE}`],
      [
        "subnets: [{ name: appliances, properties: { addressPrefix: 10.0.1.0/24 } }]",
        "subnets: [{ name: appliances, properties: { addressPrefix: 10.0.1.0/24 } }, { name: front, properties: { addressPrefix: 10.0.2.0/24 } }]",
      ],
      [
        "{ name: to-a, properties: { ",
        "{ name: to-a, properties: { peerCompleteVnets: false, localSubnetNames: [front], remoteSubnetNames: [web], ",
      ],
      [
        "properties: { remoteVirtualNetwork: { id: virtualNetworks/hub }, allowVirtualNetworkAccess: true, allowForwardedTraffic: true }",
        "properties: { peerCompleteVnets: false, localSubnetNames: [web], remoteSubnetNames: [front], remoteVirtualNetwork: { id: virtualNetworks/hub } }",
      ],
    ],
    downs: ["second", "appliance"],
    hears: true,
  },
  "site-behind-one-instance": {
    scenario: "static-gateway-transit",
    edits: [
      ["[0.0.0.0/1, 128.0.0.0/1]", "[1.2.3.0/24]"],
      [
        "addressPrefix: 10.1.1.0/24 }",
        "addressPrefix: 10.1.1.0/24, routeTable: { id: routeTables/to-site } }",
      ],
      ["sites:\n", `${tableToSite}sites:\n`],
      ["gatewayConnection: connections/to-proxy, ", "gatewayConnection: connections/to-proxy, instance: 1, "],
    ],
    downs: ["vpn-hub#0", `${RESOURCES}/virtualnetworkgateways/vpn-hub#0-1/bgp`],
    hears: true,
  },
  "circuit-of-two-networks": {
    scenario: "expressroute-and-vpn",
    edits: [
      [", useRemoteGateways: true", ""],
      [
        "subnets: [{ name: web, properties: { addressPrefix: 10.17.11.128/28 } }]",
        "subnets: [{ name: web, properties: { addressPrefix: 10.17.11.128/28 } }, { name: GatewaySubnet, properties: { addressPrefix: 10.17.11.160/27 } }]",
      ],
      ["sites:\n", `${secondGatewayOfCircuit}sites:\n`],
    ],
    downs: ["to-circuit"],
  },
  "branch-prefers-one-tunnel": {
    scenario: BRANCHES,
    edits: [
      [
        "tunnels: [{ gatewayConnection: connections/to-branch }]",
        "tunnels: [{ gatewayConnection: connections/to-branch, instance: 0, localPreference: 150 }, { gatewayConnection: connections/to-branch, instance: 1, localPreference: 200 }]",
      ],
    ],
    downs: ["vpn-hub#1"],
  },
  "users-and-tunnels": { scenario: "clients-and-tunnels" },
};
