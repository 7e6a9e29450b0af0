import { expect, it } from "vitest";
import { designForTests, spokes } from "./design-for-tests.ts";
import { composePicture } from "./draw-map.ts";
import { findClusters } from "./find-clusters.ts";
import type { Picture } from "./picture.ts";

function pictureOf(virtualNetworks: object, connections: readonly object[]): Picture {
  const intent = {
    name: "test",
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks,
    connections,
  };
  const { estate, connections: recognised } = designForTests(intent);
  return composePicture(estate, recognised);
}

function clustersOf(picture: Picture): readonly string[] {
  return findClusters(picture).map(
    ({ area, hubs, members, remoteHub }) =>
      `${area}: ${hubs.map(({ name }) => name).join(" + ")} > ${members.map(({ name }) => name).join(" ")}${remoteHub ? ` of ${remoteHub.split("/").at(-1)}` : ""}`,
  );
}

const network = { size: "/23" };

it("puts spokes under the network with most connections", () => {
  const picture = pictureOf({ orders: network, hub: network, web: network }, [
    { between: ["hub", ["orders", "web"]] },
  ]);

  expect(clustersOf(picture)).toEqual(["westeurope: hub > orders web"]);
});

it("puts spokes of another region together in theirs", () => {
  const picture = pictureOf(
    {
      hub: network,
      ...spokes(2),
      far: { ...network, region: "northeurope" },
      away: { ...network, region: "northeurope" },
    },
    [{ between: ["hub", "*"] }],
  );

  expect(clustersOf(picture)).toEqual([
    "westeurope: hub > spoke-1 spoke-2",
    "northeurope:  > far away of hub",
  ]);
});

it("puts hubs that share spokes side by side", () => {
  const picture = pictureOf({ one: network, two: network, ...spokes(5) }, [
    { between: [["one", "two"], "spoke-*"] },
    { between: ["one", "two"] },
  ]);

  expect(clustersOf(picture)).toEqual(["westeurope: one + two > spoke-1 spoke-2 spoke-3 spoke-4 spoke-5"]);
});

it("does not take a spoke that knows another spoke for a hub", () => {
  const picture = pictureOf({ hub: network, ...spokes(4) }, [
    { between: ["hub", "spoke-*"] },
    { between: ["spoke-1", ["spoke-2", "spoke-3"]] },
  ]);

  expect(clustersOf(picture)).toEqual(["westeurope: hub > spoke-1 spoke-2 spoke-3 spoke-4"]);
});

it("folds a mesh into one card and a line to each", () => {
  const picture = pictureOf(spokes(8), [{ mesh: ["spoke-*"] }]);

  expect(picture.cards[0]?.details).toEqual(["each with each: 28 connections"]);
  expect(picture.lines).toHaveLength(8);
  expect(picture.tally.map(({ count }) => count)).toEqual([28]);
});

it("stacks what hangs on the same hub in the same way, beyond sixty cards", () => {
  const picture = pictureOf({ hub: network, ...spokes(400), special: network }, [
    { between: ["hub", "*"] },
    { between: ["special", "spoke-007"] },
  ]);

  expect(picture.cards.map(({ name, details }) => [name, ...details].join(" · "))).toEqual([
    "hub · 10.0.0.0/23 · 0 subnets",
    "spoke-001 … spoke-400 · 399 networks · within 10.0.0.0/14 · 399 subnets",
    "spoke-007 · 10.0.16.0/23 · 1 subnet",
    "special · 10.0.2.0/23 · 0 subnets",
  ]);
  expect(picture.lines.reduce((sum, { count }) => sum + count, 0)).toBe(402);
});

it("leaves sixty as they are", () => {
  expect(pictureOf({ hub: network, ...spokes(59) }, [{ between: ["hub", "spoke-*"] }]).cards).toHaveLength(
    60,
  );
});
