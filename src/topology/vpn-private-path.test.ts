import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { design } from "../design.ts";
import { indexEstate } from "../model/estate-index.ts";
import { readDocument } from "../source/index.ts";
import { buildTopology } from "./build-topology.ts";

it("stands on any way of the circuit to its site, and on any link from there to the provider", () => {
  const file = new URL("../../examples/ipsec-over-expressroute/network.yaml", import.meta.url);
  const made = design(readDocument("network.yaml", readFileSync(file, "utf8")), { reconsider: false });
  if (!made.design) throw new Error("the example is no design");

  const { links } = buildTopology(indexEstate(made.design.estate));

  const tunnels = [...links.values()].filter(({ medium }) => medium === "ipsec");
  expect(tunnels.length).toBeGreaterThan(0);
  for (const { crossesInternet, needs } of tunnels) {
    const [, toEdge = [], toProvider = []] = needs;
    expect(crossesInternet).toBe(false);
    expect(toEdge.map((id) => id.slice(id.indexOf("#")))).toEqual([
      "#primary-0",
      "#primary-1",
      "#secondary-0",
      "#secondary-1",
    ]);
    expect(toProvider.map((id) => id.slice(id.indexOf("#")))).toEqual(["#primary", "#secondary"]);
    expect([...toEdge, ...toProvider].every((id) => links.has(id))).toBe(true);
  }
});
