import { expect, it } from "vitest";
import { recognise } from "../../src/readers/recognise.ts";
import { readDocument } from "../../src/source/index.ts";
import { find, fixture, jsonFile, together } from "./planted.ts";

const NET = "/subscriptions/1/resourceGroups/net/providers/Microsoft.Network";
const network = (range: string, file: string) =>
  jsonFile({ id: `${NET}/virtualNetworks/hub`, addressSpace: { addressPrefixes: [range] } }, file);

it("what two files say alike is there once", () => {
  const { estate, diagnostics } = together(
    network("10.0.0.0/24", "a.json"),
    network("10.0.0.0/24", "b.json"),
  );

  expect(estate.resources.size).toBe(1);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("what they say differently is reported where both stand, and the first counts", () => {
  const { estate, diagnostics } = together(
    network("10.0.0.0/24", "a.json"),
    network("10.1.0.0/24", "b.json"),
  );

  expect(find(estate, "/hub").properties).toEqual({ addressSpace: { addressPrefixes: ["10.0.0.0/24"] } });
  expect(diagnostics).toMatchObject([
    {
      rule: "estate/duplicate-resource",
      origin: { file: "b.json" },
      related: [{ origin: { file: "a.json" } }],
    },
  ]);
});

it("what one file refers to and another has is not absent, and companions join", () => {
  const peering = {
    id: `${NET}/virtualNetworks/spoke/virtualNetworkPeerings/to-hub`,
    remoteVirtualNetwork: { id: `${NET}/virtualNetworks/hub` },
  };
  const companion = readDocument(
    "sites.estate.yaml",
    "formatVersion: 1\nsites: [{ name: office, addressPrefixes: [192.168.0.0/24] }]\n",
  );

  const alone = together(jsonFile(peering));
  const { estate } = together(jsonFile(peering), network("10.0.0.0/24", "hub.json"), companion);

  expect(alone.estate.coverage.absent).toHaveLength(1);
  expect(estate.coverage.absent).toEqual([]);
  expect(estate.sites.map(({ name }) => name)).toEqual(["office"]);
});

it.each([
  ["terraform-plan", fixture("terraform-plan/two-networks.json")],
  ["azure-export", fixture("azure-export/two-networks.json")],
  ["azure-export", jsonFile([])],
  ["estate", jsonFile({ formatVersion: 1 })],
  ["design", jsonFile({ format: "isthmus/design", version: 1, estate: { formatVersion: 1 } })],
  ["intent", jsonFile({ name: "contoso" })],
  ["intent", readDocument("network.yaml", "")],
  [undefined, jsonFile({ mock: {} })],
  [undefined, jsonFile({ version: 4, terraform_version: "1.9.0", lineage: "x", resources: [] })],
  [undefined, jsonFile({ value: [{ nextHopType: "None" }] })],
  [
    undefined,
    readDocument("plan.json", '{"@level":"info","@message":"1.9"}\n{"@level":"info","@message":"x"}'),
  ],
  ["terraform-plan", jsonFile({ format_version: "1.0", terraform_version: "1.9.0" })],
])("a file is told by its own keys: %s", (format, document) => {
  expect(recognise(document)).toBe(format);
});

it("what is nothing that Isthmus reads is named, with what it reads", () => {
  const { diagnostics } = together(
    jsonFile({ version: 4, terraform_version: "1.9.0", lineage: "x", resources: [] }),
  );

  expect(diagnostics).toMatchObject([
    {
      rule: "input/unknown-format",
      message: "This is a state of Terraform as it lies on the disk, and nothing that Isthmus reads.",
      hint: expect.stringContaining("terraform show -json"),
    },
  ]);
});

it("a state of Terraform with nothing in it is an estate with nothing in it", () => {
  const { estate, diagnostics } = together(jsonFile({ format_version: "1.0", terraform_version: "1.9.0" }));

  expect(diagnostics).toEqual([]);
  expect(estate.resources.size).toBe(0);
});
