import { expect, it } from "vitest";
import { designForTests, spokes } from "./design-for-tests.ts";
import { composePicture } from "./draw-map.ts";
import { type Box, cross } from "./geometry.ts";
import { layOut } from "./lay-out.ts";
import type { Layout } from "./layout.ts";
import type { LineStyle, Picture } from "./picture.ts";
import { stretches } from "./route-lines.ts";

const network = { size: "/23" };
const far = { ...network, region: "northeurope" };
const LONG = "a-name-that-is-as-long-as-azure-takes-it-and-goes-on-and-on-for-";

const STORIES: readonly (readonly [string, object, readonly object[]])[] = [
  ["nothing", {}, []],
  ["thirty spokes", { hub: network, ...spokes(30) }, [{ between: ["hub", "spoke-*"] }]],
  ["a mesh of eight", spokes(8), [{ mesh: ["*"] }]],
  ["a mesh across regions", { ...spokes(6), far }, [{ mesh: ["*"] }]],
  [
    "two hubs in two regions",
    { hub: network, "far-hub": far, ...spokes(7), "far-1": far, "far-2": far, [LONG.slice(0, 63)]: network },
    [
      { between: ["hub", ["far-hub", "spoke-*"]] },
      { between: ["far-hub", ["far-1", "far-2"]] },
      { between: ["spoke-2", "far-1"] },
      { between: ["spoke-1", "spoke-6"] },
    ],
  ],
  [
    "two hubs over the same spokes",
    { one: network, two: network, ...spokes(9) },
    [{ between: [["one", "two"], "spoke-*"] }],
  ],
  [
    "a ring",
    spokes(9),
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => ({ between: [`spoke-${one}`, `spoke-${(one % 9) + 1}`] })),
  ],
];

function pictureOf(virtualNetworks: object, connections: readonly object[]): Picture {
  const sites = Object.fromEntries(
    ["amsterdam", "rotterdam"].map((name, index) => [name, { addressSpace: `172.${16 + index}.0.0/16` }]),
  );
  const intent = {
    name: "test",
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks,
    sites,
    connections,
  };
  const { estate, connections: recognised } = designForTests(intent);
  return composePicture(estate, recognised);
}

function meetings(boxes: readonly Box[]): number {
  return boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => cross(a, b))).length;
}

it.each(STORIES)("no card and no word covers another: %s", (_, networks, connections) => {
  const layout = layOut(pictureOf(networks, connections));

  expect(meetings([...layout.cards.map(({ box }) => box), ...layout.notes.map(({ box }) => box)])).toBe(0);
  expect(meetings(layout.areas.map(({ box }) => box))).toBe(0);
});

it.each(STORIES)("every card stands in its area: %s", (_, networks, connections) => {
  const { areas, cards } = layOut(pictureOf(networks, connections));
  const outside = cards.filter(
    ({ card, box }) => !areas.some(({ area, box: frame }) => area === card.area && contains(frame, box)),
  );

  expect(outside).toEqual([]);
});

it.each(STORIES.filter(([name]) => name !== "a mesh of eight"))(
  "no line runs through a card: %s",
  (_, networks, connections) => {
    expect(throughCards(layOut(pictureOf(networks, connections)))).toEqual([]);
  },
);

function throughCards({ wires, cards }: Layout): readonly string[] {
  return wires.flatMap(({ points, title }) =>
    stretches(points).flatMap((stretch) =>
      cards
        .filter(({ box }) =>
          cross(
            { ...box, x: box.x + 1, width: box.width - 2, y: box.y + 1, height: box.height - 2 },
            stretch,
          ),
        )
        .map(({ card }) => `${title} through ${card.name}`),
    ),
  );
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

it("draws lines to sites and users around what stands there", () => {
  const style: LineStyle = { label: "tunnel", state: "partial", encrypted: true, crossesInternet: true };
  const picture = pictureOf({ hub: network, ...spokes(12) }, [{ between: ["hub", "spoke-*"] }]);
  const hub = picture.cards.find(({ name }) => name === "hub")?.key ?? "";
  const lines = ["amsterdam", "rotterdam"].map((site) => ({ ends: [hub, site] as const, style, count: 1 }));

  const layout = layOut({ ...picture, lines: [...picture.lines, ...lines] });

  expect(throughCards(layout)).toEqual([]);
  expect(layout.wires.filter(({ style }) => style?.label === "tunnel").length).toBeGreaterThan(0);
});
