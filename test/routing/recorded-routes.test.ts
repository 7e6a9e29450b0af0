import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Situation } from "../../src/model/situation.ts";
import type { NodeId, Topology } from "../../src/model/topology.ts";
import {
  type AskedGateway,
  gatewayBgpPeers,
  gatewayLearnedRoutes,
  learnedRoutes,
} from "../../src/routing/gateway-routes.ts";
import { solveSessions } from "../../src/routing/solve-sessions.ts";
import type { Solved } from "../../src/routing/solved.ts";
import { root } from "../source-files.ts";
import { lab01 } from "./lab-01.ts";
import { lab08 } from "./lab-08.ts";

interface Recorded {
  readonly table: string;
  readonly owner: string;
  readonly rows: readonly string[];
}

const recordings: readonly (readonly [string, Topology, Situation])[] = [
  ["lab-08-all-up", lab08, { down: new Set() }],
  ["lab-08-er1-primary-down", lab08, { down: new Set(["er1/primary/bgp"]) }],
  ["lab-01-as-built", lab01, { down: new Set() }],
];

const tables = recordings.flatMap(([file, topology, situation]) => {
  const solved = solveSessions(topology, situation);
  return readRecorded(file).map((recorded) => ({ file, topology, solved, ...recorded }));
});

it("has recorded tables to compare with", () => {
  expect(tables.map(({ table, owner }) => `${table} ${owner}`)).toHaveLength(
    [3 + 3 + 6, 3 + 3 + 6, 3 + 2].reduce((sum, count) => sum + count),
  );
});

it.each(tables)("$file: $table of $owner, row for row", ({ table, owner, rows, topology, solved }) => {
  const predicted = predict(table, owner, rows, topology, solved);

  // Two recordings of one state do not agree on the rows of a Route Server.
  const expected = rows.filter((row) => !/10\.20\.17\.[45]/.test(row));
  expect(predicted.toSorted()).toEqual(expected.toSorted());
});

function predict(
  table: string,
  owner: string,
  rows: readonly string[],
  topology: Topology,
  solved: Solved,
): readonly string[] {
  if (table === "circuitRoutes")
    return learnedRoutes(owner, topology, solved).map(({ network, nextHop, asPath }) =>
      [network, nextHop, asPath].join(" "),
    );

  const gateway = askedGateway(owner, rows, topology, solved);
  if (table === "bgpPeers")
    return gatewayBgpPeers(gateway, topology, solved).map(
      ({ neighbor, asn, localAddress, routesReceived, state }) =>
        [neighbor, asn, localAddress, routesReceived, state].join(" "),
    );

  return gatewayLearnedRoutes(gateway, topology, solved).map(
    ({ network, nextHop = "-", origin, sourcePeer, asPath, weight }) =>
      [network, nextHop, origin, sourcePeer, asPath || "-", weight].join(" "),
  );
}

/** Of an ExpressRoute gateway either instance may have answered: which, the rows say. */
function askedGateway(
  owner: string,
  rows: readonly string[],
  topology: Topology,
  solved: Solved,
): AskedGateway {
  const instances = Array.from(topology.nodes.keys()).filter((id) => id.startsWith(`${owner}#`));
  if (owner.endsWith("vpngw")) return { gatewayType: "Vpn", instances };

  const answering = instances.find((node: NodeId) =>
    learnedRoutes(node, topology, solved).some(
      ({ origin, sourcePeer }) => origin === "Network" && rows.some((row) => row.includes(` ${sourcePeer} `)),
    ),
  );
  return { gatewayType: "ExpressRoute", instances, ...(answering === undefined ? {} : { answering }) };
}

function readRecorded(file: string): readonly Recorded[] {
  const text = readFileSync(join(root, "test/routing/recorded", `${file}.txt`), "utf8");
  return text
    .split("\n\n")
    .slice(1)
    .map((block) => {
      const [title = "", ...rows] = block.trim().split("\n");
      const [table = "", owner = ""] = title.split(" ");
      return { table, owner, rows: rows.map((row) => row.trim()) };
    });
}
