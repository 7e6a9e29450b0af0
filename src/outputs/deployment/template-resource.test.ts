import { expect, it } from "vitest";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Unknown } from "../../model/unknown.ts";
import { deploymentName } from "./deployment-name.ts";
import { buildTemplates } from "./templates.ts";

const origin = { file: "export.json", path: [] };
const NETWORK = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";

it("leaves out what only Azure sets, and what is no part of the resource", () => {
  const { members, properties } = contentOf({
    id: `${NETWORK}/virtualNetworks/hub`,
    type: "Microsoft.Network/virtualNetworks",
    name: "hub",
    properties: { provisioningState: "Succeeded", enableDdosProtection: false },
    envelope: { etag: "W/1", condition: "[false()]", tags: {} },
    origin,
  });

  expect(members.map(({ name }) => name)).toEqual(["tags"]);
  expect(properties.members.map(({ name }) => name)).toEqual(["enableDdosProtection"]);
});

it.each([
  ["sharedKey", "string", true],
  ["enableBgp", "bool", false],
  ["addressPrefixes", "array", false],
  ["addressSpace", "object", false],
  ["gatewayIpAddress", "string", false],
])("asks for %s as %s", (property, type, isSecret) => {
  const because = "It is not in the file.";
  const unknown: Unknown = { kind: "unknown", because, origin };

  const { parameters } = buildTemplates(
    estate({
      id: `${NETWORK}/connections/to-site`,
      type: "Microsoft.Network/connections",
      name: "to-site",
      properties: { [property]: unknown },
      origin,
    }),
    { name: "test" },
  );

  const name = `toSite${property.charAt(0).toUpperCase()}${property.slice(1)}`;
  expect([...parameters.values()]).toEqual([{ name, type, isSecret, description: because }]);
});

it("keeps names of deployments within Azure's length", () => {
  const nested = { name: "n".repeat(45), scope: { subscription: "s", resourceGroup: "rg" }, resources: [] };

  expect(deploymentName(nested, "a design with a very long name indeed")).toHaveLength(64);
  expect(deploymentName(nested, "???")).toBe(`isthmus-${nested.name}`);
});

function contentOf(resource: Resource) {
  const [content] = buildTemplates(estate(resource), { name: "test" }).content.values();
  if (!content) throw new Error("Nothing is written.");
  return content;
}

function estate(resource: Resource): Estate {
  return { ...emptyEstate, resources: new Map([[keyOf(resource.id), resource]]) };
}
