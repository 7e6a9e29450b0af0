import { expect, it } from "vitest";
import { askTrace } from "../../../test/routing/ask-trace.ts";
import {
  defaultLayer,
  end,
  link,
  network,
  node,
  row,
  systemLayer,
  table,
  topologyOf,
} from "../../../test/routing/topology-builder.ts";
import type { Link, TopologyPart } from "../../model/topology.ts";

const nowhere = {
  ...systemLayer({}, { shields: false }),
  rows: [row("10.0.0.0/8", { to: "none" }, { nextHopType: "None", unlessDefaultRoute: true })],
};

const peering = (more: Partial<Link>) => link("peering", end("orders"), end("billing"), more);

it.each<[string, readonly TopologyPart[], readonly string[], string]>([
  ["no peering", [], [], " No peering joins them."],
  [
    "a broken peering",
    [peering({ brokenBecause: "the half of billing is missing" })],
    [],
    " The half of billing is missing.",
  ],
  ["a peering that is down", [peering({})], ["peering"], " peering is down."],
  ["a peering without the range", [peering({})], [], ""],
])("says that nothing leads to another network of the estate: %s", (_, parts, down, reason) => {
  const topology = topologyOf(
    network("orders", ["10.1.0.0/16"]),
    network("billing", ["10.2.0.0/16"]),
    node("orders/subnet", ["10.1.0.0/24"], {
      name: "web",
      role: "subnet",
      within: "orders",
      table: "routes",
    }),
    node("billing/subnet", ["10.2.0.0/24"], { name: "app", role: "subnet", within: "billing" }),
    { ...table("routes", nowhere), name: "orders/web" },
    ...parts,
  );

  const trace = askTrace(topology, "orders/subnet 10.1.0.4", "billing/subnet 10.2.0.4", { down });

  expect(trace.outcome).toBe("dropped");
  expect(trace.because).toBe(`orders/web has no route to billing: 10.0.0.0/8 is dropped (None).${reason}`);
});

it("names the address where no network of the estate has it, and no peering", () => {
  const topology = topologyOf(
    network("orders", ["10.1.0.0/16"]),
    node("orders/subnet", ["10.1.0.0/24"], {
      name: "web",
      role: "subnet",
      within: "orders",
      table: "routes",
    }),
    { ...table("routes", nowhere), name: "orders/web" },
  );

  expect(askTrace(topology, "orders/subnet 10.1.0.4", "10.9.0.4").because).toBe(
    "orders/web has no route to 10.9.0.4: 10.0.0.0/8 is dropped (None).",
  );
});

it("calls a subnet, and what stands in a site, with what it stands in", () => {
  const toSite = defaultLayer({ "192.168.0.0/24": { to: "link", link: "tunnel" } });
  const topology = topologyOf(
    network("orders", ["10.1.0.0/16"]),
    node("orders/subnet", ["10.1.0.0/24"], {
      name: "web",
      role: "subnet",
      within: "orders",
      table: "routes",
    }),
    node("site/office", ["192.168.0.0/24"], { name: "office", role: "site", table: "empty" }),
    node("site/office/edge", ["192.168.0.9"], { name: "edge", role: "vpnDevice", within: "site/office" }),
    link("tunnel", end("orders"), end("site/office")),
    table("routes", toSite),
    table("empty"),
  );

  const trace = askTrace(topology, "orders/subnet 10.1.0.4", "site/office/edge 192.168.0.9");

  expect(trace.there.map(({ because }) => because)).toEqual(["It reaches office/edge."]);
  expect(trace.because).toBe("The answer of office/edge does not arrive: office/edge has no routes.");
});
