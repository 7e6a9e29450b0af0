import { expect, it } from "vitest";
import { design } from "../../src/design.ts";
import { readDocument } from "../../src/source/index.ts";

it("has a router at each circuit of a site, with the number of the site's devices where they have one", () => {
  const { sites, providerRouters } = estateOf("65010");

  expect(providerRouters).toMatchObject([
    { name: "ams-router", asn: 65010, site: "office", origin: { path: ["sites", "office", "circuits", 0] } },
    { name: "office-ams-router", asn: 65010, site: "office" },
  ]);
  expect(providerRouters.map(({ circuits }) => circuits)).toEqual([[circuit("a")], [circuit("b")]]);
  expect(sites.map(({ roundTripMs }) => roundTripMs)).toEqual([7]);
});

it("leaves the number open until somebody has said one", () => {
  expect(estateOf(undefined).providerRouters.map(({ asn }) => asn)).toEqual([undefined, undefined]);
});

function estateOf(asn: string | undefined) {
  const text = `
name: office
defaults: { region: westeurope, resourceGroup: rg }
virtualNetworks:
  hub: { addressSpace: [10.0.0.0/16], subnets: { web: /24 } }
sites:
  office:
    addressSpace: 192.168.0.0/16
    roundTrip: 7 ms
    vpnDevices: [{ publicIp: 203.0.113.9${asn === undefined ? "" : `, asn: ${asn}`} }]
    circuits:
      - { existing: ${written("a")}, peeringLocation: Amsterdam, bandwidth: 1 Gbps }
      - { existing: ${written("b")}, peeringLocation: Amsterdam2, bandwidth: 1 Gbps }
connections:
  - { between: [hub, office], needs: { internet: forbidden, bandwidth: 500 Mbps } }
`;
  const made = design(readDocument("network.yaml", text), { reconsider: false });
  const errors = made.diagnostics.filter(({ severity }) => severity === "error");
  if (!made.design || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return made.design.estate;
}

function written(group: string): string {
  return `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/${group}/providers/Microsoft.Network/expressRouteCircuits/ams`;
}

function circuit(group: string): string {
  return written(group).toLowerCase();
}
