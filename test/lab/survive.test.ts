import { expect, it } from "vitest";
import { elementAnswer, surviveAnswer } from "../../src/cli/lab/survive-answer.ts";
import { surviveJunit } from "../../src/cli/lab/survive-junit.ts";
import { progressLine } from "../../src/cli/lab/survive-text.ts";
import { parsePrefix } from "../../src/ip/index.ts";
import { survivableElements } from "../../src/lab/survivable-elements.ts";
import type { Survived } from "../../src/lab/survive.ts";
import { silencesIn } from "../../src/lab/watch-pairs.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf } from "../scenarios/scenario.ts";

it("fails what a person thinks of as one thing, each once", () => {
  const topology = buildTopology(indexEstate(estateOf("expressroute-and-vpn", {})));
  const parts = [...topology.nodes.values(), ...topology.links.values(), ...topology.sessions.values()];
  const ids = [...new Set(parts.flatMap(({ id, needs }) => [id, ...needs.flat()]))].sort();

  const elements = survivableElements(topology, ids);

  const kinds = new Set(elements.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(["gateway", "circuitLink", "peering"]));
  expect(elements.length).toBeLessThan(ids.length / 2);
  expect(new Set(elements.map(({ id }) => id)).size).toBe(elements.length);
  expect(elements.filter(({ id }) => topology.sessions.has(id))).toEqual([]);
});

function host(name: string) {
  return { name, node: `site/${name}`, namespace: name, address: "10.0.0.4" };
}

const pair = { from: host("a"), to: host("b") };

it("reads the longest silence of each pair that answered", () => {
  expect(silencesIn("ready\n0 1204\n", [pair])).toEqual([{ ...pair, milliseconds: 1204 }]);
  expect(silencesIn("ready\n", [pair])).toEqual([]);
});

const bad: Survived = {
  id: "region/x",
  kind: "region",
  watched: 1,
  longest: { ...pair, milliseconds: 1204 },
  tested: {
    pairs: [
      {
        ...pair,
        answers: false,
        outcome: "delivered",
        because: "a <b>",
        verdict: "differs",
        independence: "independent",
      },
    ],
    tables: [],
  },
};
const good: Survived = { id: "site/y", kind: "site", watched: 0, tested: { pairs: [], tables: [] } };

const state = {
  name: "l",
  down: [],
  input: "",
  timers: "fast",
  plan: { namespaces: [], links: [], daemons: [], hosts: [], notRun: [] },
  holder: { pid: 1, startTime: "", inside: 1, rootless: true },
} as const;

it("counts gaps and what is not as predicted", () => {
  const answer = surviveAnswer(state, [bad, good]);

  expect(answer).toMatchObject({ timers: "fast", gaps: 1, mismatches: 1 });
  expect(surviveJunit(answer)).toContain('tests="2" failures="1"');
  expect(surviveJunit(answer)).toContain("a &lt;b&gt;</failure>");
  expect(progressLine(1, 2, elementAnswer(bad))).toBe(
    "1/2 region region/x: 0 as predicted, 1 not; 1.20 s, a to b",
  );
  expect(progressLine(2, 2, elementAnswer(good))).toContain("no pair that survives goes another way");
});

it("a route that is not as predicted is a mismatch, though every pair is", () => {
  const prefix = parsePrefix("10.0.0.0/8");
  if (!prefix) throw new Error("a range is a range");
  const table = { at: "site/a", table: "site/a/routes", lookers: ["site/a"] };
  const wrong: Survived = {
    ...good,
    tested: {
      pairs: [],
      tables: [{ ...table, routes: [{ prefix, inLab: ["site/b"], verdict: "differs" }] }],
    },
  };

  const answer = surviveAnswer(state, [wrong, good]);

  expect(answer.mismatches).toBe(1);
  expect(surviveJunit(answer)).toContain("a: 10.0.0.0/8: predicted: no route; in the lab: to b</failure>");
  expect(progressLine(1, 2, elementAnswer(wrong))).toContain("0 as predicted, 0 not, 1 route not;");
});
