import { expect, it } from "vitest";
import { readArmTemplate, readEstate } from "./read.ts";
import { readDocument } from "./source/index.ts";

const connection = (sharedKey: string) => ({
  type: "Microsoft.Network/connections",
  apiVersion: "2024-05-01",
  name: "to-site",
  properties: { connectionType: "IPsec", sharedKey },
});

it("what a program reads has no key, and says which are equal", () => {
  const estate = readEstate(
    readDocument(
      "some.estate.json",
      JSON.stringify({ formatVersion: 1, resources: [connection("planted")] }),
    ),
  );
  const template = readArmTemplate(
    readDocument(
      "main.json",
      JSON.stringify({
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        resources: [connection("planted")],
      }),
    ),
  );

  for (const read of [estate.estate, template.estate]) {
    expect(read.sameSecrets).toHaveLength(1);
    expect(JSON.stringify([...read.resources.values()])).not.toContain("planted");
  }
});
