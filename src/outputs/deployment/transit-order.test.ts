import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { design } from "../../design.ts";
import { readDocument } from "../../source/index.ts";
import { dependenciesOf } from "./dependencies.ts";
import { writtenResources } from "./written-resource.ts";

it("writes the half that allows gateway transit before the half that uses it", () => {
  const path = new URL("../../../examples/existing-hub/network.yaml", import.meta.url);
  const answer = design(readDocument("network.yaml", readFileSync(path, "utf8")), { reconsider: false });
  const dependencies = dependenciesOf(writtenResources(answer.design?.estate ?? fail()));

  const using = [...dependencies].filter(
    ([{ resource }]) => resource.properties["useRemoteGateways"] === true,
  );

  expect(using.length).toBeGreaterThan(0);
  for (const [, before] of using) {
    expect(before.some(({ resource }) => resource.properties["allowGatewayTransit"] === true)).toBe(true);
  }
});

function fail(): never {
  throw new Error("the example has no design");
}
