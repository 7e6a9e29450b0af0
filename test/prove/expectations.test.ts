import { expect, it } from "vitest";
import { predict } from "../../src/predict.ts";
import { proveEstate } from "../../src/prove.ts";
import { readEstate } from "../../src/readers/estate/read-estate.ts";
import { readExpectations } from "../../src/readers/expectations/read-expectations.ts";
import { readDocument } from "../../src/source/index.ts";

const scope = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";

/** Two networks that are peered, one that is alone, and one whose group of rules admits the web alone. */
const ESTATE = `
formatVersion: 1
scope: ${scope}
resources:
${network("hub", "10.0.0.0/16", "shared: 10.0.1.0/24")}
${network("spoke-a", "10.1.0.0/16", "web: 10.1.1.0/24", "guard")}
${network("spoke-b", "10.2.0.0/16", "web: 10.2.1.0/24")}
${network("alone", "10.3.0.0/16", "vm: 10.3.1.0/24")}
${peering("hub", "spoke-a")}
${peering("spoke-a", "hub")}
${peering("hub", "spoke-b")}
${peering("spoke-b", "hub")}
  - type: Microsoft.Network/networkSecurityGroups
    name: guard
    id: networkSecurityGroups/guard
    location: westeurope
    properties:
      securityRules:
        - name: web
          properties: { priority: 100, direction: Inbound, access: Allow, protocol: Tcp, sourceAddressPrefix: "*", sourcePortRange: "*", destinationAddressPrefix: "*", destinationPortRange: "443" }
        - name: rest
          properties: { priority: 200, direction: Inbound, access: Deny, protocol: "*", sourceAddressPrefix: "*", sourcePortRange: "*", destinationAddressPrefix: "*", destinationPortRange: "*" }
`;

function network(name: string, range: string, subnet: string, guard?: string): string {
  const [subnetName = "", prefix = ""] = subnet.split(": ");
  const filter = guard === undefined ? "" : `, networkSecurityGroup: { id: networkSecurityGroups/${guard} }`;
  return `  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    id: virtualNetworks/${name}
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [${range}] }
      subnets: [{ name: ${subnetName}, properties: { addressPrefix: ${prefix}${filter} } }]`;
}

function peering(from: string, to: string): string {
  return `  - type: Microsoft.Network/virtualNetworks/virtualNetworkPeerings
    name: to-${to}
    id: virtualNetworks/${from}/virtualNetworkPeerings/to-${to}
    properties: { remoteVirtualNetwork: { id: virtualNetworks/${to} }, peeringState: Connected, allowVirtualNetworkAccess: true }`;
}

const { estate, diagnostics: unread } = readEstate(readDocument("estate.yaml", ESTATE));

function prove(entries: string) {
  const prediction = predict(estate);
  const { topology } = prediction;
  const networks = [...topology.nodes.values()].filter(({ role }) => role === "virtualNetwork");
  const places = [
    ...networks.map(({ id, name }) => ({ id, name })),
    ...prediction.reach().endpoints.map(({ id }) => ({
      id,
      name: id.split("/virtualnetworks/")[1]?.replace("/subnets/", "/") ?? id,
    })),
  ];
  const read = readExpectations(readDocument("must.expect.yaml", `expect:\n${entries}`), places);
  const proof = proveEstate(estate, read.expectations);
  return { ...proof, unread: read.diagnostics, verdicts: proof.results.map(({ verdict }) => verdict) };
}

it("reads the estate of these tests", () => {
  expect(unread).toEqual([]);
});

it.each([
  ["a peer is reached", "- { from: hub, to: spoke-b/web }", "met"],
  ["spokes do not reach each other", "- { from: spoke-*, to: spoke-*, reach: no }", "met"],
  ["a network alone is not reached", "- { from: hub, to: alone }", "unmet"],
  ["rules deny a part", "- { from: hub, to: spoke-a }", "unmet"],
  ["what the rules admit is reached", "- { from: hub, to: spoke-a, port: 443 }", "met"],
  ["what they deny is not", "- { from: hub, to: spoke-a, port: 22, reach: no }", "unmet"],
  ["a peering does not encrypt", "- { from: hub, to: spoke-b, encrypted: yes }", "unmet"],
  ["nor does it cross the internet", "- { from: hub, to: spoke-b, internet: forbidden }", "met"],
  ["reach of two that are peered", "- { from: hub, to: [spoke-b, alone], reach: no }", "unmet"],
])("%s", (_what, entry, verdict) => {
  expect(prove(entry).verdicts).toEqual([verdict]);
});

it("what is unmet is an error at its line, with the hops of a pair that shows it", () => {
  const { diagnostics } = prove("- { from: hub, to: alone }");

  expect(diagnostics).toMatchObject([
    {
      rule: "expectation/unreachable-end",
      severity: "error",
      origin: { file: "must.expect.yaml", path: ["expect", 0] },
      related: [{ message: expect.stringContaining("at hub/shared: ") }],
    },
  ]);
  expect(diagnostics[0]?.message).toMatch(/^hub\/shared does not reach alone\/vm: /);
});

it.each([
  [
    "an unknown name, with a proposal",
    "- { from: spoke-bb, to: alone }",
    '"spoke-bb" is no subnet',
    "Write spoke-b.",
  ],
  ["two that a name may mean", "- { from: web, to: alone }", '"web" may be ', "Write more of its name"],
  ["a pattern that fits nothing", "- { from: x-*, to: alone }", '"x-*" fits no', ""],
  ["ports of ICMP", "- { from: hub, to: alone, protocol: icmp, port: 1 }", "ICMP has no ports", ""],
  ["an unknown key", "- { from: hub, to: alone, prot: 1 }", "prot", ""],
  ["a bandwidth without a unit", "- { from: hub, to: alone, atLeast: lots }", "atLeast ", ""],
  ["no list", "  from: hub", "", ""],
])("refuses %s", (_what, entry, says, hint) => {
  const { unread: found } = prove(entry);

  expect(found.length).toBeGreaterThan(0);
  expect(found[0]?.message).toContain(says);
  expect(found[0]?.hint ?? "").toContain(hint);
  expect(found[0]?.origin.file).toBe("must.expect.yaml");
});

it("where nothing is expected nothing is predicted", () => {
  expect(proveEstate(estate, [])).toEqual({ results: [], diagnostics: [] });
});
