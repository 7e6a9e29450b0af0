import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fixInputs } from "../../src/cli/check/fix-inputs.ts";
import { scratch } from "../cli/isthmus.ts";

function network(name: string, range: string, peer: string): string {
  return `
  - type: Microsoft.Network/virtualNetworks
    name: ${name}
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [${range}] } # ${name}
      virtualNetworkPeerings:
        - { name: to-${peer}, properties: { remoteVirtualNetwork: { id: virtualNetworks/${peer} } } }`;
}

function peered(spokeRange: string, more = ""): string {
  return `formatVersion: 1\nresources:${network("hub", "10.0.0.0/21", "spoke")}${network("spoke", spokeRange, "hub")}\n${more}`;
}

function fixed(files: Readonly<Record<string, string>>) {
  const folder = scratch(files);
  const paths = Object.keys(files).map((name) => join(folder, name));
  return { result: fixInputs({ paths, reconsider: false }), text: (name: string) => join(folder, name) };
}

it("undoes the one fix that would bring a new error, and keeps the others", () => {
  const tables = Array.from(
    { length: 9 },
    (_, index) => `  - type: Microsoft.Network/routeTables
    name: t${index}
    location: westeurope
    properties:
      routes: [{ name: r, properties: { addressPrefix: 10.${index}.0.1/16, nextHopType: vnet-local } }]
`,
  );
  const { result, text } = fixed({ "a.estate.yaml": peered("10.0.4.5/22", tables.join("")) });

  expect(result.fixed.length).toBe(18);
  expect(result.undone.map(({ finding, newRules }) => [finding.rule, newRules])).toEqual([
    ["virtual-network/invalid-address-prefix", ["virtual-network-peering/overlapping-address-space"]],
  ]);
  const after = result.texts.get(text("a.estate.yaml"))?.after ?? "";
  expect(after).toContain("10.0.4.5/22");
  expect(after).toContain("addressPrefix: 10.8.0.0/16, nextHopType: VnetLocal");
  // In memory: what is on the disk is for others to change.
  expect(readFileSync(text("a.estate.yaml"), "utf8")).toContain("10.8.0.1/16");
});

it("fixes all that it can, in each file, and then nothing more", () => {
  const files = {
    "a.estate.yaml": peered("10.0.8.5/22"),
    "b.estate.json": JSON.stringify({
      formatVersion: 1,
      resources: [
        {
          type: "Microsoft.Network/virtualNetworks",
          name: "far",
          location: "westeurope",
          properties: { addressSpace: { addressPrefixes: ["10.9.0.0/16", "10.9.0.0/16"] } },
        },
      ],
    }),
  };
  const { result, text } = fixed(files);

  expect(result.fixed.length).toBe(2);
  expect(result.texts.get(text("a.estate.yaml"))?.after).toBe(
    files["a.estate.yaml"].replace("10.0.8.5", "10.0.8.0"),
  );
  expect(result.texts.get(text("b.estate.json"))?.after).toBe(
    files["b.estate.json"].replace(',"10.9.0.0/16"', ""),
  );
  const again = Object.keys(files).map((name) => [name, result.texts.get(text(name))?.after ?? ""] as const);
  expect(fixed(Object.fromEntries(again)).result.texts.size).toBe(0);
});

it("a file with mistakes of syntax is left until they are gone", () => {
  const template = `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "hub", "location": "westeurope",
      "properties": { "addressSpace": { "addressPrefixes": ["10.0.0.1/22"] } }, "name": "twice" }
  ]
}`;

  const { result } = fixed({ "main.json": template });

  expect(result.texts.size).toBe(0);
  expect(
    result.after.findings.flatMap(({ repair }) => (repair?.kind === "refused" ? [repair.because] : [])),
  ).toEqual(["main.json has mistakes of syntax, which come first"]);
});

it("a finding that is ignored is not fixed", () => {
  const ignored = peered("10.0.8.5/22").replace(
    "      addressSpace: { addressPrefixes: [10.0.8.5/22] }",
    "      # ignore-next-line virtual-network/invalid-address-prefix -- on purpose\n      addressSpace: { addressPrefixes: [10.0.8.5/22] }",
  );

  expect(fixed({ "a.estate.yaml": ignored }).result.texts.size).toBe(0);
});
