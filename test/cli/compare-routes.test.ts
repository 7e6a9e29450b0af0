import { expect, it } from "vitest";
import { compareRoutes } from "../../src/cli/compare-routes.ts";
import type { EffectiveRoute } from "../../src/model/effective-route.ts";

function row(
  source: string,
  addressPrefix: string,
  nextHopType: string,
  ...nextHopIpAddress: readonly string[]
): EffectiveRoute {
  return { source, state: "Active", addressPrefix, nextHopType, nextHopIpAddress };
}

const own = row("Default", "10.0.0.0/16", "VnetLocal");
const gateway = row(
  "VirtualNetworkGateway",
  "192.168.0.0/16",
  "VirtualNetworkGateway",
  "10.0.1.4",
  "10.0.1.5",
);

it("takes equal tables for equal, whatever their order", () => {
  expect(compareRoutes([own, gateway], [gateway, own])).toEqual({
    matched: [gateway, own],
    missing: [],
    surplus: [],
    differing: [],
    leftOut: [],
  });
});

it("takes one row with two next hops for two rows with one each", () => {
  const [first = "", second = ""] = gateway.nextHopIpAddress;
  const apart = [
    { ...gateway, nextHopIpAddress: [second] },
    { ...gateway, nextHopIpAddress: [first] },
  ];

  expect(compareRoutes([gateway], apart)).toMatchObject({ missing: [], surplus: [], differing: [] });
});

it("tells what is missing, what is too much, and what goes elsewhere", () => {
  const elsewhere = { ...gateway, nextHopIpAddress: ["10.0.9.9"] };
  const peering = row("Default", "10.1.0.0/16", "VNetPeering");
  const user = row("User", "0.0.0.0/0", "VirtualAppliance", "10.0.2.4");

  const compared = compareRoutes([gateway, peering], [elsewhere, user]);

  expect(compared).toMatchObject({ matched: [], missing: [user], surplus: [peering] });
  expect(compared.differing).toEqual([{ recorded: elsewhere, predicted: gateway }]);
});

it("tells a row that Azure has as Invalid from one in use", () => {
  expect(compareRoutes([own], [{ ...own, state: "Invalid" }]).differing).toHaveLength(1);
});

it("compares routes to nowhere only with a file that has some, and says so", () => {
  const nowhere = row("Default", "10.0.0.0/8", "None");

  expect(compareRoutes([own, nowhere], [own])).toMatchObject({
    surplus: [],
    leftOut: ["1 row of next hop type None that are predicted: the file was printed without any."],
  });
  expect(compareRoutes([own], [own, nowhere]).missing).toEqual([nowhere]);
});

it("compares a user route to nowhere always", () => {
  const blocked = row("User", "10.9.0.0/16", "None");

  expect(compareRoutes([own, blocked], [own]).surplus).toEqual([blocked]);
});

it("leaves IPv6 out where the interface has none", () => {
  const ipv6 = row("Default", "fd00::/48", "VnetLocal");

  expect(compareRoutes([own, ipv6], [own]).surplus).toEqual([]);
  expect(compareRoutes([own], [own, ipv6]).missing).toEqual([ipv6]);
});

it("compares prefixes by what they are and not by how they are spelt", () => {
  const short = row("Default", "fd00::/48", "VnetLocal");
  const long = row("Default", "FD00:0:0::/48", "VnetLocal");

  expect(compareRoutes([short], [long])).toMatchObject({ missing: [], surplus: [], differing: [] });
});

it("does not hold an address against the prediction that no file can tell", () => {
  const compared = compareRoutes([{ ...gateway, nextHopIpAddress: [] }], [gateway]);

  expect(compared).toMatchObject({ differing: [], matched: [{ addressPrefix: "192.168.0.0/16" }] });
  expect(compared.leftOut).toHaveLength(1);
});
