import { expect, it } from "vitest";
import { emptyEstate } from "./estate.ts";
import { indexEstate } from "./estate-index.ts";
import { policyAssignments } from "./policy-assignment.ts";
import { keyOf } from "./resource-id.ts";
import type { ValueObject } from "./unknown.ts";

const DEFINITION =
  "/providers/Microsoft.Management/managementGroups/contoso/providers/x/policyDefinitions/No-Way";
const inNetwork = "/subscriptions/s/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/hub";
const inApps = "/subscriptions/s/resourceGroups/network-apps/providers/Microsoft.Network/virtualNetworks/app";

function assignmentsOf(scope: string, properties: ValueObject) {
  const id = `${scope}/providers/Microsoft.Authorization/policyAssignments/rule`;
  const resource = {
    id,
    type: "Microsoft.Authorization/policyAssignments",
    name: "rule",
    properties: { policyDefinitionId: DEFINITION, ...properties },
    origin: { file: "test", path: [] },
  };
  return policyAssignments(indexEstate({ ...emptyEstate, resources: new Map([[keyOf(id), resource]]) }));
}

it.each([
  ["its subscription", "/subscriptions/s", {}, [true, true]],
  [
    "its resource group, not one whose name begins alike",
    "/subscriptions/S/resourceGroups/Network",
    {},
    [true, false],
  ],
  ["another subscription", "/subscriptions/t", {}, [false, false]],
  ["the scope that Azure tells", "/subscriptions/t", { scope: "/subscriptions/s" }, [true, true]],
  ["all but what it excepts", "/subscriptions/s", { notScopes: [inNetwork] }, [false, true]],
  [
    "nothing that is known of a management group",
    "/providers/Microsoft.Management/managementGroups/m",
    {},
    [false, false],
  ],
])("holds for %s", (_, scope, properties, expected) => {
  const [assignment] = assignmentsOf(scope, properties);

  expect([inNetwork, inApps].map((id) => assignment?.covers(id))).toEqual(expected);
});

it("knows its definition by the last part of the id, and its parameters by name", () => {
  const [assignment] = assignmentsOf("/subscriptions/s", { parameters: { effect: { value: "Audit" } } });

  expect(assignment?.definition).toBe("no-way");
  expect(assignment?.parameter("effect")).toBe("Audit");
  expect(assignment?.parameter("other")).toBeUndefined();
});

it.each([
  ["is not enforced", { enforcementMode: "DoNotEnforce" }],
  ["does not say its definition", { policyDefinitionId: "" }],
])("is left out where it %s", (_, properties) => {
  expect(assignmentsOf("/subscriptions/s", properties).filter(({ definition }) => definition !== "")).toEqual(
    [],
  );
});
