import { expect, it } from "vitest";
import { design } from "../src/design.ts";
import { readDocument } from "../src/source/index.ts";

/** The intent that the design of Isthmus was made for: all five kinds of connection in one file. */
const CONTOSO = `
name: contoso
defaults: { region: westeurope }
addressSpace: 10.64.0.0/12
virtualNetworks:
  hub:       { role: hub, addressSpace: 10.64.0.0/22, subnets: { shared: /24 } }
  orders:    { size: /22, subnets: { web: /24, data: /24 } }
  analytics: { size: /22, region: eastus2 }
  legacy:
    existing: /subscriptions/6b0d5f0e-3a52-4d0c-9a0e-1f2e3d4c5b6a/resourceGroups/rg-legacy/providers/Microsoft.Network/virtualNetworks/legacy
    addressSpace: 10.10.0.0/16
sites:
  amsterdam:
    addressSpace: [192.168.0.0/17]
    vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }]
    circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps, leadTime: 6 weeks }]
p2sUsers:
  staff: { count: 400, maxConcurrent: 150, os: [windows, macos, linux], authentication: certificate }
connections:
  - between: [hub, [orders, analytics]]
  - between: [orders, analytics]
    needs: { encryption: betweenNetworks }
  - between: [hub, amsterdam]
    needs: { bandwidth: { atLeast: 500 Mbps, guaranteed: true }, sla: 99.95%, internet: forbidden, resilience: circuit }
  - between: [orders, amsterdam]
  - between: [staff, orders]
    kind: point-to-site
isolate:
  - [staff, amsterdam]
prefer: checklist
`;

const { design: contoso, diagnostics } = design(readDocument("network.yaml", CONTOSO), { reconsider: false });

it("asks for one thing too many: that one circuit survives its own loss, and stays off the internet", () => {
  expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "connection/impossible: hub - amsterdam cannot be connected: no kind of connection meets all of its needs.",
    "intent/isolated-connection: staff and amsterdam are to be isolated, and both use orders-vpn, which uses BGP and so tells each of the other.",
  ]);
  expect(diagnostics[0]?.related?.map(({ message }) => message).at(-1)).toContain(
    "the loss of a circuit takes a second one to survive",
  );
});

it("has all that the file can have: `examples/contoso` has a second circuit, and no BGP beside the staff", () => {
  const answers = contoso?.decisions.map(({ name, title }) => `${name}: ${title ?? "none"}`);

  expect(answers).toEqual([
    "hub - orders: VNet peering",
    "hub - analytics: VNet peering",
    "orders - analytics: VPN Gateway VNet-to-VNet",
    "hub - amsterdam: none",
    "orders - amsterdam: Site-to-Site VPN",
    "staff - orders: Point-to-Site VPN",
  ]);
  expect(contoso?.addresses.networks.filter(({ addressSpace }) => addressSpace.length === 0)).toEqual([]);
});
