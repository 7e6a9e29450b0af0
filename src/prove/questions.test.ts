import { expect, it } from "vitest";
import { predict } from "../predict.ts";
import { readEstate } from "../readers/estate/read-estate.ts";
import { readDocument } from "../source/index.ts";
import { createQuestions } from "./questions.ts";

it("what has no address that anybody knows is not modelled, and not without a route", () => {
  const { estate } = readEstate(
    readDocument(
      "some.estate.yaml",
      `formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets:
        - { name: known, properties: { addressPrefix: 10.0.0.0/24 } }
        - { name: hidden, properties: { addressPrefix: { kind: unknown, because: it is a parameter } } }
`,
    ),
  );
  const prediction = predict(estate);
  const { outcome } = createQuestions(prediction);
  const subnet = (name: string) =>
    [...prediction.topology.nodes.keys()].find((id) => id.endsWith(`/subnets/${name}`)) ?? "";
  const ask = (from: string, to: string) => outcome(subnet(from), subnet(to), { protocol: "*" });

  expect([
    ask("known", "known"),
    ask("known", "hidden"),
    ask("hidden", "known"),
    ask("hidden", "hidden"),
  ]).toEqual(["delivered", "notModelled", "notModelled", "notModelled"]);
});
