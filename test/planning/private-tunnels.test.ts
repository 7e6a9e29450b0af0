import { expect, it } from "vitest";
import { design } from "../../src/design.ts";
import { parseAddress } from "../../src/ip/index.ts";
import type { Trace, Way } from "../../src/model/trace.ts";
import { predict } from "../../src/predict.ts";
import { readDocument } from "../../src/source/index.ts";

const encrypted = `  - between: [records, clinic]
    needs: { encryption: betweenNetworks, internet: forbidden }`;
const inTheClear = `  - between: [archive, clinic]
    kind: expressroute`;

it("has the provider's router tell Azure of the tunnels' ends alone, and the site prefer its tunnels", () => {
  const { providerRouters, sites } = estateOf(encrypted);

  expect(providerRouters.map(({ advertises }) => advertises)).toEqual([["172.16.0.4/32"]]);
  expect(sites[0]?.vpnDevices.map(({ tunnels }) => tunnels)).toEqual([
    [
      expect.objectContaining({
        gatewayConnection: connection("records-to-clinic-private"),
        localPreference: 200,
      }),
    ],
    [
      expect.objectContaining({
        gatewayConnection: connection("records-to-clinic-private-2"),
        localPreference: 200,
      }),
    ],
  ]);
});

it("has the devices tell longer ranges where others use the circuit in the clear", () => {
  const { providerRouters, sites } = estateOf(`${encrypted}\n${inTheClear}`);

  expect(providerRouters.map(({ advertises }) => advertises)).toEqual([undefined]);
  expect(sites[0]?.vpnDevices[0]?.tunnels).toMatchObject([
    { advertises: ["172.16.0.0/17", "172.16.128.0/17"], localPreference: 200 },
  ]);
});

it("says nothing of routers and devices where no tunnel runs over the circuit", () => {
  const { providerRouters, sites } = estateOf(inTheClear);

  expect(providerRouters.map(({ advertises }) => advertises)).toEqual([undefined]);
  expect(sites[0]?.vpnDevices.map(({ tunnels }) => tunnels)).toEqual([[], []]);
});

it.each([
  { title: "alone", connections: encrypted },
  { title: "beside others in the clear", connections: `${encrypted}\n${inTheClear}` },
])("encrypts both ways on all that leaves Azure: $title", ({ connections }) => {
  const trace = traced(connections, []);

  expect(trace.outcome).toBe("delivered");
  const outside = [...trace.there, ...trace.back].flatMap(outsideOf);
  expect(outside.length).toBeGreaterThan(0);
  expect(new Set(outside.map(({ encryptedBy }) => encryptedBy))).toEqual(new Set(["IPsec"]));
  expect(outside.every(({ crossesInternet }) => !crossesInternet)).toBe(true);
});

it("carries nothing without the circuit, in whichever way", () => {
  const circuit =
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg/providers/microsoft.network/expressroutecircuits/clinic-circuit";

  const trace = traced(encrypted, [circuit]);

  expect(trace.outcome).toBe("dropped");
  expect(trace.because).toBe("records/app has no route to clinic: 172.16.0.0/12 is dropped (None).");
});

/** All that is neither within a network nor between two of Azure. */
function outsideOf({ hops }: Way) {
  return hops.flatMap(({ segment }) =>
    segment && segment.medium !== "network" && segment.medium !== "backbone" ? [segment] : [],
  );
}

function traced(connections: string, down: readonly string[]): Trace {
  const estate = estateOf(connections);
  const prediction = predict(estate, { down: new Set(down) });
  const { nodes } = prediction.topology;
  const app = [...nodes.values()].find(({ role, name }) => role === "subnet" && name === "app");
  const [from, to] = [address("10.64.4.4"), address("172.16.0.1")];
  if (!app) throw new Error("there is no subnet app");
  return prediction.trace(
    { node: app.id, address: from },
    { node: "site/clinic", address: to },
    { protocol: "*" },
  );
}

function address(text: string) {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(`${text} is no address`);
  return parsed;
}

function connection(name: string): string {
  return expect.stringMatching(new RegExp(`/connections/${name}$`));
}

function estateOf(connections: string) {
  const text = `
name: clinic
defaults: { region: westeurope, resourceGroup: rg }
virtualNetworks:
  hub: { role: hub, addressSpace: [10.64.0.0/22], subnets: { shared: /24 } }
  records: { addressSpace: [10.64.4.0/22], subnets: { app: /24 } }
  archive: { addressSpace: [10.64.8.0/22], subnets: { data: /24 } }
sites:
  clinic:
    addressSpace: 172.16.0.0/16
    vpnDevices:
      - { publicIp: 198.51.100.20, privateIp: 172.16.0.4, asn: 65020, bgpPeeringAddress: 172.16.1.1 }
      - { publicIp: 198.51.100.21, asn: 65020, bgpPeeringAddress: 172.16.1.2 }
    circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 500 Mbps }]
connections:
  - between: [hub, [records, archive]]
${connections}
`;
  const made = design(readDocument("network.yaml", text), { reconsider: false });
  const errors = made.diagnostics.filter(({ severity }) => severity === "error");
  if (!made.design || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return made.design.estate;
}
