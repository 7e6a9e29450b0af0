import { expect, it } from "vitest";
import { elementOf, estateOf, type Variant } from "../../test/scenarios/scenario.ts";
import { formatPrefix } from "../ip/index.ts";
import { indexEstate } from "../model/estate-index.ts";
import { buildTopology } from "../topology/index.ts";
import { createForwardingRoutes } from "./forwarding-routes.ts";
import { solveSessions } from "./solve-sessions.ts";

/** `10.0.0.0/8 hub`, with the last parts of the ids of who gets a packet next. */
function routesAt(end: string, slug: string, variant: Variant = {}): readonly string[] {
  const estate = estateOf(slug, variant);
  const topology = buildTopology(indexEstate(estate));
  const situation = { down: new Set((variant.down ?? []).map((name) => elementOf(name, estate))) };
  const node = [...topology.nodes.values()].find(({ id }) => id.endsWith(end));
  const table = topology.tables.get(node?.table ?? "");
  if (!node || !table) throw new Error(`${end} has no table.`);

  const routes = createForwardingRoutes(topology, solveSessions(topology, situation), situation)(table, node);
  return routes.map(({ prefix, nextHops }) =>
    [formatPrefix(prefix), ...nextHops.map((id) => id.split("/").at(-1))].join(" "),
  );
}

it("names who gets a packet next: a network, an appliance, instances of a gateway", () => {
  expect(routesAt("/a/subnets/web", "spokes-through-appliance")).toContain("10.2.0.0/16 appliance");
  expect(routesAt("/a/subnets/web", "spokes-through-appliance")).toContain("10.1.0.0/16 a");
  expect(routesAt("/spoke/subnets/web", "static-gateway-transit")).toContain("0.0.0.0/1 vpn-hub#0 vpn-hub#1");
});

it("leaves out ways that are down", () => {
  expect(routesAt("/spoke/subnets/web", "static-gateway-transit", { down: ["vpn-hub#0"] })).toContain(
    "0.0.0.0/1 vpn-hub#1",
  );
  expect(routesAt("/a/subnets/web", "spokes-through-appliance", { down: ["a/to-hub"] })).toContain(
    "10.2.0.0/16",
  );
});
