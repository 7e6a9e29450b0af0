import { expect, it } from "vitest";
import type { Design } from "../../src/design.ts";
import type { Decision } from "../../src/model/decision.ts";
import type { Situation } from "../../src/model/situation.ts";
import { predict } from "../../src/predict.ts";
import { holdDecision, traceBetween } from "./decided-ways.ts";
import { designed, designNames } from "./designed.ts";
import { hostsOf } from "./hosts.ts";
import { knownDeviations } from "./known-deviations.ts";

const chosen = ({ decisions }: Design) => decisions.filter(({ status }) => status !== "impossible");

it.each(designNames)("%s: packets go as was decided", (name) => {
  const design = designed(name);
  const prediction = predict(design.estate);

  const held = chosen(design).map((decision) => holdDecision(decision, design, prediction));

  expect(held.map(({ traces }) => traces)).not.toContain(0);
  expect(held.flatMap(({ deviations }) => deviations).sort()).toEqual(knownDeviations[name] ?? []);
});

const withBackup = designNames.flatMap((name) =>
  chosen(designed(name))
    .filter(({ paths }) => paths.some(({ role }) => role === "backup"))
    .flatMap((decision) =>
      (["circuit", "connection"] as const).map((part) => ({
        name,
        connection: decision.name,
        part,
        decision,
      })),
    ),
);

it("has designs with a backup", () => {
  expect(withBackup.length).toBeGreaterThan(4);
});

it.each(withBackup)(
  "$name: $connection goes the other way while the $part is down",
  ({ name, part, decision }) => {
    const design = designed(name);
    const prediction = predict(design.estate, primaryDown(part, decision, design));

    const backup = decision.paths.filter(({ role }) => role === "backup");

    expect(holdDecision(decision, design, prediction, backup).deviations).toEqual([]);
  },
);

/** All circuits of the primary path, or all connections to them. */
function primaryDown(part: "circuit" | "connection", decision: Decision, { estate }: Design): Situation {
  const circuits = decision.paths.flatMap(({ role, circuit }) =>
    role === "primary" ? (circuit?.split(", ") ?? []) : [],
  );
  const ids = [...estate.resources].flatMap(([id, { type, name, properties }]) => {
    const isCircuit = /\/expressRouteCircuits$/i.test(type) && circuits.includes(name);
    const isToOne =
      /\/connections$/i.test(type) &&
      circuits.some((circuit) =>
        JSON.stringify(properties).toLowerCase().includes(`/${circuit.toLowerCase()}"`),
      );
    return (part === "circuit" ? isCircuit : isToOne) ? [id] : [];
  });
  if (ids.length === 0) throw new Error(`${decision.name} has no ${part}`);
  return { down: new Set(ids) };
}

const isolated = designNames.flatMap((name) =>
  isolatedPairs(designed(name)).map(([from, to]) => ({ name, from, to })),
);

it.each(isolated)("$name: $from does not reach $to", ({ name, from, to }) => {
  const design = designed(name);

  const outcomes = outcomesBetween(from, to, design);

  expect(outcomes.length).toBeGreaterThan(0);
  expect(outcomes).not.toContain("delivered");
});

function isolatedPairs(design: Design): readonly (readonly [string, string])[] {
  const { intent } = design;
  const names = [...intent.virtualNetworks, ...intent.sites, ...intent.p2sUsers].map(({ name }) => name);
  const meant = (pattern: string) => {
    const fits = new RegExp(`^${pattern.replaceAll("*", ".*")}$`);
    return names.filter((name) => fits.test(name));
  };
  // Whom nothing joins to anybody has no place to begin at.
  const somewhere = new Set(chosen(design).flatMap(({ between }) => between));
  return intent.isolate
    .flatMap(({ between: [a, b] }) =>
      meant(a.text).flatMap((one) => meant(b.text).map((two) => [one, two] as const)),
    )
    .filter((pair) => pair.every((name) => somewhere.has(name)))
    .flatMap(([one, two]) => [[one, two] as const, [two, one] as const]);
}

function outcomesBetween(from: string, to: string, design: Design): readonly string[] {
  const prediction = predict(design.estate);
  const targets = hostsOf(to, design, prediction.topology);
  return hostsOf(from, design, prediction.topology).flatMap((one) =>
    targets
      .filter(({ family }) => family === one.family)
      .map((other) => traceBetween(one, other, prediction).outcome),
  );
}

it.each(designNames)("%s: networks that nothing joins do not reach each other", (name) => {
  const design = designed(name);
  const joined = new Set(chosen(design).flatMap(({ between: [a, b] }) => [`${a} - ${b}`, `${b} - ${a}`]));
  const networks = design.intent.virtualNetworks.map((network) => network.name);

  const reached = networks.flatMap((from) =>
    networks.filter(
      (to) =>
        from !== to &&
        !joined.has(`${from} - ${to}`) &&
        outcomesBetween(from, to, design).includes("delivered"),
    ),
  );

  expect(reached).toEqual([]);
});
