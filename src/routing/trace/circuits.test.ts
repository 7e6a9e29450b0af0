import { expect, it } from "vitest";
import { askTrace, placesOf } from "../../../test/routing/ask-trace.ts";
import { hybrid, instances } from "../../../test/routing/hybrid.ts";
import {
  end,
  forwards,
  gateway,
  gatewayLayer,
  link,
  node,
  systemLayer,
  table,
} from "../../../test/routing/topology-builder.ts";

const there = ["vm-spoke 10.1.0.4", "site 192.168.7.7"] as const;

/** Edges stand in nothing: packets go straight to them, past the instances that their links end at. */
function circuit(linked: boolean) {
  const edges = ["primary", "secondary"];
  const toEdges = gatewayLayer({ "192.168.0.0/16": { to: "nodes", nodes: edges } });
  return hybrid({
    parts: [
      ...edges.flatMap((edge) => [
        node(edge, [], { table: `${edge}/table`, forwarding: gateway }),
        table(
          `${edge}/table`,
          gatewayLayer({ "192.168.0.0/16": { to: "link", link: `${edge}-site` }, "10.0.0.0/15": instances }),
        ),
        link(`${edge}-site`, end(edge, { arrivalTable: `${edge}/table` }), end("site"), {
          medium: "circuit",
        }),
        ...(linked
          ? ["0", "1"].map((n) =>
              link(`${edge}-${n}`, end(edge), end(`gw#${n}`, { arrivalTable: `gw#${n}/table` }), {
                medium: "circuit",
                bandwidthMbps: 50,
                needs: [["er"]],
              }),
            )
          : []),
      ]),
      table("spoke/routes", systemLayer({ "10.1.0.0/16": { to: "members", network: "spoke" } }), toEdges),
      table(
        "site/routes",
        systemLayer({ "192.168.0.0/16": { to: "members", network: "site" } }),
        ...edges.map((edge) =>
          gatewayLayer({ "10.0.0.0/8": { to: "link", link: `${edge}-site` } }, { id: edge }),
        ),
      ),
    ],
  });
}

it("goes straight to the edges of a circuit, and comes back by the gateway's instances", () => {
  const trace = askTrace(circuit(true), ...there);

  expect(trace.outcome).toBe("delivered");
  expect(placesOf(trace.there)).toEqual(["vm-spoke > primary > site", "vm-spoke > secondary > site"]);
  expect(trace.there[0]?.hops[0]?.segment).toMatchObject({
    name: "primary-0",
    medium: "circuit",
    bandwidthMbps: 50,
  });
  expect(placesOf(trace.back)).toContain("site > secondary > gw#1 > vm-spoke");
});

it("takes the link to an edge that is up", () => {
  const [way] = askTrace(circuit(true), ...there, { down: ["primary-0"] }).there;

  expect(way?.hops[0]?.segment?.name).toBe("primary-1");
  expect(askTrace(circuit(true), ...there, { down: ["er"] }).outcome).toBe("dropped");
});

it("goes to an edge that no link leads to by a plain segment", () => {
  expect(askTrace(circuit(false), ...there).there[0]?.hops[0]?.segment).toEqual({
    medium: "circuit",
    name: "ExpressRoute",
    crossesInternet: false,
  });
});

it("follows no more than 64 equal ways, and says so", () => {
  const names = Array.from({ length: 70 }, (_, index) => `edge${index}`);
  const parts = [
    ...names.flatMap((name) => [
      node(name, [], { table: "edges", forwarding: forwards }),
      link(`${name}-site`, end(name), end("site")),
    ]),
    table("edges", gatewayLayer({ "192.168.0.0/16": { to: "members", network: "site" } })),
    table("spoke/routes", gatewayLayer({ "192.168.0.0/16": { to: "nodes", nodes: names } })),
  ];

  const trace = askTrace(hybrid({ parts }), ...there);

  expect(trace.truncated).toBe(true);
  expect(trace.there).toHaveLength(64);
});
