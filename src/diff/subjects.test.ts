import { expect, it } from "vitest";
import { emptyEstate } from "../model/estate.ts";
import { keyOf } from "../model/resource-id.ts";
import type { ValueObject } from "../model/unknown.ts";
import { compareSubjects } from "./subjects.ts";

const id = "/subscriptions/1/resourceGroups/net/providers/Microsoft.Network/virtualNetworkGateways/gw";

it("finds nothing where two tools, or two days, say the same in other words", () => {
  const shown = {
    gatewayType: "Vpn",
    provisioningState: "Succeeded",
    natRules: [],
    vpnClientConfiguration: null,
    ipConfigurations: [{ name: "a", etag: "1", properties: { provisioningState: "Succeeded", x: 1 } }],
  };
  const rest = {
    gatewayType: "Vpn",
    provisioningState: "Updating",
    ipConfigurations: [{ name: "a", etag: "2", type: "Microsoft.Network/x", properties: { x: 1 } }],
  };

  expect(changesBetween(shown, rest)).toEqual([]);
});

it("leads to the part of a list that was changed, and tells no key in it", () => {
  const before = {
    ipConfigurations: [
      { name: "a", properties: { x: 1 } },
      { name: "b", properties: { x: 1 } },
    ],
    keys: [{ value: "one" }],
  };
  const after = {
    ipConfigurations: [
      { name: "a", properties: { x: 1 } },
      { name: "b", properties: { x: 2 } },
    ],
    keys: [{ value: "two" }],
  };

  expect(changesBetween(before, after)).toEqual([
    { path: "properties.ipConfigurations[b].properties.x", before: "1", after: "2", isAddress: false },
    { path: "properties.keys[0].value", before: '"(secret)"', after: '"(secret)"', isAddress: false },
  ]);
});

function changesBetween(before: ValueObject, after: ValueObject) {
  const { changed } = compareSubjects(estateWith(before), estateWith(after));
  return changed.flatMap(({ properties }) => properties);
}

function estateWith(properties: ValueObject) {
  const type = "Microsoft.Network/virtualNetworkGateways";
  const resource = { id, type, name: "gw", properties, origin: { file: "x.json", path: [] } };
  return { ...emptyEstate, resources: new Map([[keyOf(id), resource]]) };
}
