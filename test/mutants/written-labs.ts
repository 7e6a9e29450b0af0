import type { Variant } from "../scenarios/scenario.ts";

/** Labs for what drawn estates seldom have: a scenario, changed, and what fails in it one after the other. */
interface WrittenLab extends Omit<Variant, "down"> {
  readonly scenario: string;
  readonly downs?: readonly string[];
}

const BRANCHES = "expressroute-site-and-vpn-site";

const APPLIANCE_GROUP = `  - type: Microsoft.Network/networkSecurityGroups
    name: of-appliance
    location: westeurope
    properties:
      securityRules:
        - name: no-way-in
          properties: { priority: 100, direction: Inbound, access: Deny, protocol: "*", sourceAddressPrefix: 10.1.0.0/16, sourcePortRange: "*", destinationAddressPrefix: 10.2.0.0/16, destinationPortRange: "*" }
        - name: no-way-out
          properties: { priority: 100, direction: Outbound, access: Deny, protocol: "*", sourceAddressPrefix: 10.2.0.0/16, sourcePortRange: "*", destinationAddressPrefix: 10.1.0.0/16, destinationPortRange: "*" }
`;
const INTERFACE = "  - type: Microsoft.Network/networkInterfaces\n";

export const writtenLabs: Readonly<Record<string, WrittenLab>> = {
  "appliance-that-fails": { scenario: "spokes-through-appliance", downs: ["appliance", "a/to-hub"] },
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
      [INTERFACE, `${APPLIANCE_GROUP}${INTERFACE}`],
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
  "users-and-tunnels": { scenario: "clients-and-tunnels" },
};
