import { expect, it } from "vitest";
import { check } from "../../src/check.ts";
import { readDocument } from "../../src/source/index.ts";
import { scenario, textOf, type Variant } from "./scenario.ts";

/** Azure's answers of the kind that a deployment meets, as findings: `error virtual-network-peering/…`. */
function overlaps(slug: string, variant: Variant = {}): readonly string[] {
  const document = readDocument(`${slug}.estate.yaml`, textOf(slug, variant));
  const found = check(document, { reconsider: false }).diagnostics.map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );
  return [...new Set(found)].filter((text) => text.includes("overlapping")).toSorted();
}

it("T15: networks that share addresses are not peered (VnetAddressSpacesOverlap)", () => {
  expect(overlaps("overlapping-peers")).toContain("error virtual-network-peering/overlapping-address-space");
});

it("T15: nor two spokes of one range with one hub (VnetAddressSpaceOverlapsWithAlreadyPeeredVnet)", () => {
  expect(overlaps("overlapping-spokes")).toContain("error virtual-network-peering/overlapping-peer-of-peer");
});

it("T15: subnets beside a shared range may be peered; those in it may not", () => {
  const shared = overlaps("overlapping-subnet-peering", {
    edits: [["SubnetNames: [free]", "SubnetNames: [free, shared]"]],
  });

  expect(overlaps("overlapping-subnet-peering").filter((text) => text.startsWith("error"))).toEqual([]);
  expect(shared.filter((text) => text.startsWith("error"))).toEqual([
    expect.stringMatching(/^error virtual-network-peering\/overlapping/),
  ]);
});

it("T15: peered subnets reach each other, and their neighbours in the shared range do not", () => {
  const pair = scenario("overlapping-subnet-peering");

  expect(pair.rowsFor("a/free", "10.2.0.0/24")).toEqual(["Default Active 10.2.0.0/24 VNetPeering"]);
  // Recorded: all local subnets get the rows; what the others send there is dropped.
  expect(pair.rowsFor("a/shared", "10.2.0.0/24")).toEqual(["Default Active 10.2.0.0/24 VNetPeering"]);
  expect(pair.reach("a/free 10.1.0.4", "b/free 10.2.0.4")).toBe("delivered");
  expect(pair.reach("a/shared 10.0.0.4", "b/free 10.2.0.4")).toBe("dropped");
});

it("T15: a client pool inside the network is an error, and so is a site whose packets would never leave", () => {
  // Whether Azure refuses such a local network gateway its documents do not agree. Isthmus speaks of what follows: a
  // range inside the network is never sent to the gateway, and one around it is, for the rest.
  expect(overlaps("overlapping-pool-and-site")).toEqual([
    "error local-network-gateway/overlapping-virtual-network",
    "error vpn-client-configuration/overlapping-virtual-network",
  ]);
  expect(overlaps("overlapping-pool-and-site", { edits: [["10.0.64.0/24", "10.0.0.0/8"]] })).toEqual([
    "error vpn-client-configuration/overlapping-virtual-network",
  ]);
});
