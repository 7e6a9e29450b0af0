import { expect, it } from "vitest";
import { askTrace } from "../../../test/routing/ask-trace.ts";
import {
  address,
  end,
  link,
  network,
  node,
  nothingLearned,
  row,
  systemLayer,
  table,
  topologyOf,
} from "../../../test/routing/topology-builder.ts";
import { everythingUp } from "../../model/situation.ts";
import type { TraceEnd } from "../../model/trace.ts";
import { createTracer } from "../trace.ts";

/** A hub with many spokes, as `prefix` numbers them: 10.0.0.0/24 the first. */
function star(count: number) {
  const ranges = Array.from({ length: count }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
  const hub = { "172.16.0.0/16": { to: "members", network: "hub" } } as const;
  return topologyOf(
    network("hub", ["172.16.0.0/16"]),
    node("vm", ["172.16.0.4"], { within: "hub", table: "hub/routes" }),
    table(
      "hub/routes",
      systemLayer(hub),
      systemLayer(
        ranges.map((range, index) => row(range, { to: "link", link: `hub-${index}` })),
        { id: "peers" },
      ),
    ),
    ...ranges.flatMap((range, index) => [
      network(`spoke${index}`, [range]),
      node(`subnet${index}`, [range], { within: `spoke${index}`, table: `${index}/routes` }),
      table(
        `${index}/routes`,
        systemLayer(
          {
            [range]: { to: "members", network: `spoke${index}` },
            "172.16.0.0/16": { to: "link", link: `hub-${index}` },
          },
          { id: `spoke${index}` },
        ),
      ),
      link(`hub-${index}`, end("hub"), end(`spoke${index}`)),
    ]),
  );
}

function spoke(index: number): TraceEnd {
  return { node: `subnet${index}`, address: address(`10.${index >> 8}.${index & 255}.9`) };
}

// It takes a second or two to write so large a topology down; what counts is the time of a trace, where nothing may go through a list.
it("answers a trace among 10,000 networks in well under 5 ms", () => {
  const topology = star(10_000);
  const tracer = createTracer(topology, nothingLearned, everythingUp);
  const from = { node: "vm", address: address("172.16.0.4") };
  const flow = { protocol: "tcp", port: 443 } as const;
  expect(tracer.trace(from, spoke(0), flow).outcome).toBe("delivered");

  const began = performance.now();
  const outcomes = Array.from(
    { length: 200 },
    (_, index) => tracer.trace(from, spoke(index * 50), flow).outcome,
  );
  const each = (performance.now() - began) / 200;

  expect(new Set(outcomes)).toEqual(new Set(["delivered"]));
  expect(each).toBeLessThan(2);
});

it("answers the same with the parts of a topology in another order", () => {
  const topology = star(3);
  const reversed = {
    ...topology,
    nodes: new Map([...topology.nodes].toReversed()),
    links: new Map([...topology.links].toReversed()),
  };

  expect(askTrace(reversed, "vm 172.16.0.4", "subnet2 10.0.2.9")).toEqual(
    askTrace(topology, "vm 172.16.0.4", "subnet2 10.0.2.9"),
  );
});
