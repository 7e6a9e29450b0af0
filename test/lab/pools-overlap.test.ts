import { expect, it } from "vitest";
import { indexEstate } from "../../src/model/estate-index.ts";
import type { Topology } from "../../src/model/topology.ts";
import { createUp } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf, scenario, type Variant } from "../scenarios/scenario.ts";
import { differences, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();

const REFUSED =
  "Azure refuses the client address pool 10.1.128.0/24 of vpn-v1: it overlaps 10.1.0.0/16 of its own network";

const INSIDE = [["192.168.0.0/24", "10.1.128.0/24"]] as const;

function topologyOf(slug: string, edits: NonNullable<Variant["edits"]>): Topology {
  return buildTopology(indexEstate(estateOf(slug, { edits })));
}

function reasonsDown(topology: Topology): readonly string[] {
  const up = createUp(topology, { down: new Set() });
  return [...topology.links.keys()].flatMap((id) => up.reasonDown(id) ?? []);
}

it("a client pool in the gateway's own network is refused, and nobody dials in", () => {
  const refused = scenario("clients-and-peerings", { edits: INSIDE });

  expect(reasonsDown(topologyOf("clients-and-peerings", INSIDE))).toEqual([REFUSED]);
  expect(refused.reach("p2susers/staff 10.1.128.2", "v1/web 10.1.0.4")).not.toBe("delivered");
  expect(refused.reach("v2/web 10.2.0.4", "v1/web 10.1.0.4")).toBe("delivered");
});

it.each([
  ["a peer's", "clients-and-peerings", "10.2.128.0/24", "10.2.0.0/16 of v2"],
  ["a site's", "overlapping-pool-and-site", "172.20.0.0/24", "172.20.0.0/25 of lng-office"],
])("what becomes of a pool that shares %s range nobody knows", (_, slug, pool, range) => {
  const edits =
    slug === "clients-and-peerings"
      ? ([["192.168.0.0/24", pool]] as const)
      : ([
          ["10.0.128.0/24", pool],
          ["10.0.64.0/24", "172.20.0.0/25"],
        ] as const);
  const said = scenario(slug, { edits }).gaps.filter(({ kind }) => kind === "notModelled");

  expect(said.map(({ because }) => because)).toEqual([
    expect.stringMatching(`the client address pool ${pool} of .* overlaps ${range}`),
  ]);
});

it("a site around the pool, such as the whole internet, leaves the pool to its users", () => {
  const around = scenario("overlapping-pool-and-site", {
    edits: [
      ["10.0.128.0/24", "172.20.0.0/24"],
      ["10.0.64.0/24", "172.16.0.0/12"],
    ],
  });

  expect(around.gaps.filter(({ kind }) => kind === "notModelled")).toEqual([]);
  expect(around.reach("p2susers/vpn-hub 172.20.0.2", "hub/web 10.0.1.4")).toBe("delivered");
});

it.skipIf(why)("a refused pool in a lab: as predicted", { timeout: 60_000 }, async () => {
  await withLab("clients-and-peerings", { edits: INSIDE }, async (lab) => {
    const compared = await lab.compare();

    expect(reasonsDown(lab.topology)).toEqual([REFUSED]);
    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab).filter((line) => /staff/.test(line) && line.includes("->"))).toEqual([]);
    expect(told(compared, lab)).toContain("v1/web -> v2/web");
  });
});
