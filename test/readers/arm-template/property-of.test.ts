import { expect, it } from "vitest";
import { isUnknown } from "../../../src/model/unknown.ts";
import { valueOf } from "./evaluated.ts";

const FIREWALL =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/example/providers/Microsoft.Network/azureFirewalls/fw";
const members = {
  resources: [
    {
      type: "Microsoft.Network/azureFirewalls",
      apiVersion: "2024-05-01",
      name: "fw",
      properties: { ipConfigurations: [{ name: "a", properties: {} }] },
    },
  ],
};
const firewall = "resourceId('Microsoft.Network/azureFirewalls', 'fw')";
const address = `reference(${firewall}).ipConfigurations[0].properties.privateIPAddress`;

function propertyOf(expression: string) {
  const { value = null, errors } = valueOf(`[${expression}]`, members);
  expect(errors).toEqual([]);
  return isUnknown(value) ? value.of : "known";
}

it.each([
  [address, "privateIPAddress"],
  [
    `reference(${firewall}, '2024-05-01', 'full').properties.ipConfigurations[0].properties.privateIPAddress`,
    "privateIPAddress",
  ],
  [`first(createArray(${address}))`, "privateIPAddress"],
  [`if(true(), ${address}, '10.0.0.4')`, "privateIPAddress"],
  [`reference(${firewall}).provisioningState`, "provisioningState"],
  [`reference(${firewall}).hubIPAddresses.privateIPAddress`, "privateIPAddress"],
])("%s is a property of the firewall", (expression, property) => {
  expect(propertyOf(expression)).toEqual({ resource: FIREWALL, property });
});

it("of another resource it is that one's", () => {
  const id = FIREWALL.replace("/fw", "/elsewhere");

  expect(propertyOf(`reference('${id}').ipConfigurations[0].properties.privateIPAddress`)).toEqual({
    resource: id,
    property: "privateIPAddress",
  });
});

it.each([
  `concat(${address}, '/32')`,
  `replace(${address}, '4', '5')`,
  `toUpper(${address})`,
  `format('{0}', ${address})`,
  `split(${address}, '.')[0]`,
  `cidrHost(${address}, 0)`,
])("what is made of it is no property: %s", (expression) => {
  expect(propertyOf(expression)).toBeUndefined();
});
