import { expect, it } from "vitest";
import { allRoutes } from "../../src/cli/collect-routes.ts";
import { formatFindings, placeFindings } from "../../src/cli/format-findings.ts";
import { gapsShown } from "../../src/cli/gaps-shown.ts";
import { routesAnswer } from "../../src/cli/routes-answer.ts";
import { NO_PAINT } from "../../src/diagnostics/format-text.ts";
import { everythingUp } from "../../src/model/situation.ts";
import { predict } from "../../src/predict.ts";
import { writeEstate } from "../../src/readers/estate/write-estate.ts";
import { type Document, readDocument } from "../../src/source/index.ts";
import { fixture, jsonFile, together } from "./planted.ts";

const SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
const connection = (name: string, sharedKey: string, more: object = {}) => ({
  type: "Microsoft.Network/connections",
  apiVersion: "2024-05-01",
  name,
  properties: { connectionType: "IPsec", sharedKey, ...more },
});

// One key that is well formed, and one that a rule objects to.
const inputs: readonly (readonly [format: string, keys: readonly string[], document: Document])[] = [
  ["azure-export", ["planted1Key2of3Export", "other4Key5Planted"], fixture("azure-export/two-networks.json")],
  ["terraform-plan", ["planted6Key7of8Plan"], fixture("terraform-plan/two-networks.json")],
  [
    "arm-template",
    ["planted9Template", "planted~bad~Template", "plantedInParameter"],
    jsonFile({
      $schema: SCHEMA,
      contentVersion: "1.0.0.0",
      parameters: { key: { type: "securestring", defaultValue: "plantedInParameter" } },
      resources: [
        connection("a", "planted9Template"),
        connection("b", "planted~bad~Template"),
        connection("c", "[parameters('key')]"),
      ],
    }),
  ],
  [
    "estate",
    ["plantedEstate", "planted~bad~Estate", "plantedAuthorization"],
    readDocument(
      "network.estate.yaml",
      JSON.stringify({
        formatVersion: 1,
        resources: [
          {
            ...connection("a", "plantedEstate", { authorizationKey: "plantedAuthorization" }),
            apiVersion: undefined,
          },
          { ...connection("b", "planted~bad~Estate"), apiVersion: undefined },
        ],
      }),
    ),
  ],
];

it.each(inputs)("a key in %s is in no answer", (format, keys, document) => {
  const { estate, diagnostics } = together(document);
  const shown = new Map([[document.file, { document, path: document.file }]]);
  const findings = placeFindings(diagnostics, shown);
  const prediction = predict(estate, everythingUp);
  const asked = { where: undefined, situation: prediction.situation, ...gapsShown(prediction.gaps) };

  const answers = [
    ...(["text", "json", "sarif", "github", "junit"] as const).map((one) =>
      formatFindings(findings, one, NO_PAINT),
    ),
    JSON.stringify(writeEstate(estate, "x.estate.json")),
    JSON.stringify([...estate.resources]),
    JSON.stringify([...prediction.topology.links]),
    JSON.stringify(routesAnswer(allRoutes(prediction, estate), asked, false)),
  ].join("\n");

  for (const key of keys) {
    expect(document.text, format).toContain(key);
    expect(answers, format).not.toContain(key);
  }
});

const keyed = (name: string, key: string) =>
  jsonFile(
    {
      id: `/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/connections/${name}`,
      sharedKey: key,
    },
    `${name}.json`,
  );

it("equal keys are known to be equal, over several files, and other ones to be others", () => {
  const { sameSecrets } = together(keyed("b", "one"), keyed("a", "one"), keyed("c", "two")).estate;

  expect(
    sameSecrets.map(({ resources, fingerprint }) => [resources.map((id) => id.slice(-1)), fingerprint]),
  ).toEqual([
    [["a", "b"], expect.stringMatching(/^sharedKey of .*\/a$/)],
    [["c"], expect.stringMatching(/^sharedKey of .*\/c$/)],
  ]);
});

it("a key that Azure does not take is still found, without being shown", () => {
  const { diagnostics } = together(
    jsonFile([
      {
        id: "/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/connections/a",
        connectionType: "IPsec",
        sharedKey: "has space",
      },
    ]),
  );

  expect(diagnostics.map(({ rule }) => rule)).toContain("connection/invalid-shared-key");
});
