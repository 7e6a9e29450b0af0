import { expect, it } from "vitest";
import { camelCase, fitForFile, kebabCase, singularOfType } from "./words.ts";

it.each([
  ["orders-web", "ordersWeb", "hyphens part words"],
  ["orders_web.v2", "ordersWebV2", "so do other marks"],
  ["GatewaySubnet", "gatewaySubnet", "the first letter is small"],
  ["HUB", "hub", "a shouted first word is calmed"],
  ["10gig", "10gig", "a digit stays in front; the caller puts a word before it"],
  ["日本", "", "only ASCII is fit for a name"],
])("camelCase(%j) is %j: %s", (text, expected) => {
  expect(camelCase(text)).toBe(expected);
});

it.each([
  ["Microsoft.Network/virtualNetworks", "virtualNetwork"],
  ["Microsoft.Network/publicIPAddresses", "publicIPAddress"],
  ["Microsoft.Network/virtualNetworks/subnets", "subnet"],
])("the singular of %s is %s", (type, expected) => {
  expect(singularOfType(type)).toBe(expected);
});

it("makes names of files", () => {
  expect(fitForFile("RG (old)/west.")).toBe("RG-old-west");
  expect(kebabCase("virtualNetworkPeerings")).toBe("virtual-network-peerings");
});
