import { expect, it } from "vitest";
import { ownCases } from "./fixtures.ts";
import { FLOORS } from "./floors.ts";
import { runCase, solveLab } from "./run-case.ts";

const cases = ownCases();
const results = cases.flatMap(({ lab, recordings }) =>
  recordings.map((recording) => runCase(lab, recording)),
);

it("reads its own recordings without a remark but for what was left out on purpose", () => {
  const remarks = results.flatMap((result) => result.remarks);

  expect(remarks.filter((remark) => !remark.endsWith("left out"))).toEqual([]);
});

const tables = results.flatMap(({ lab, state, tables }) =>
  tables.map((result) => ({ ...result, name: `${lab}, ${state}: ${result.table}` })),
);

it("has a floor for every recorded table", () => {
  expect(Object.keys(FLOORS).sort()).toEqual(tables.map(({ name }) => name).sort());
});

it.each(tables)("$name is predicted no worse than before", ({ name, exact, steady }) => {
  const [recorded = 0, matched = 0, surplus = 0, steadyMatched = 0, steadySurplus = 0] = FLOORS[name] ?? [];

  expect(exact.recorded).toBe(recorded);
  expect(exact.matched).toBeGreaterThanOrEqual(matched);
  expect(exact.surplus).toBeLessThanOrEqual(surplus);
  expect(steady.matched).toBeGreaterThanOrEqual(steadyMatched);
  expect(steady.surplus).toBeLessThanOrEqual(steadySurplus);
});

it("every trace and request is predicted as it was recorded", () => {
  const missed = results.flatMap(({ lab, state, probes }) =>
    probes
      .filter(({ hit }) => !hit)
      .map(({ probe, because }) => `${lab}, ${state}: ${probe.from} > ${probe.to}: ${because}`),
  );

  expect(missed).toEqual([]);
});

it.each([
  { kind: "circuit", circuit: "Lab08-er1" },
  { kind: "link", circuit: "Lab08-er1", path: "primary" },
  { kind: "gateway", gateway: "Lab08-hub1-vpngw" },
  { kind: "gatewayInstance", gateway: "Lab08-hub1-vpngw/instance1" },
  { kind: "connection", connection: "Lab08-hub1-branch2-lng-conn" },
  { kind: "tunnel", device: "Lab08-branch2Nva", interface: "vti0" },
  { kind: "deviceBgpSession", device: "Lab08-branch2Nva", neighbor: "10.11.16.15" },
  { kind: "providerRouter", name: "salawu-lab08-mcr1" },
  { kind: "device", device: "Lab08-branch2Nva" },
  { kind: "region", region: "northeurope" },
  { kind: "peeringLocation", peeringLocation: "Dublin" },
])("finds what is down where the records say $kind", (down) => {
  const lab08 = cases.find(({ lab }) => lab.name.startsWith("08"))?.lab;
  if (!lab08) throw new Error("lab 08 is gone");

  const { unclear, solved } = solveLab(lab08, { down: [down] });

  expect(unclear).toEqual([]);
  expect(solved.situation.down.size).toBeGreaterThan(0);
});

it("says so where it does not know what is down", () => {
  const [one] = cases;
  if (!one) throw new Error("there are no recordings");

  expect(solveLab(one.lab, { down: [{ kind: "moon" }] }).unclear).toEqual([
    'nothing in the topology is what {"kind":"moon"} says is down',
  ]);
});
