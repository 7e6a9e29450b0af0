import { expect, it } from "vitest";
import { chooseHosts } from "./choose-hosts.ts";
import type { GatewayDemand, HostNetwork, HostProblem } from "./host-problem.ts";

/** 100 a gateway, and 1 a connection; 30 connections are the most. */
function priceOf(_host: string, demands: readonly GatewayDemand[]) {
  return demands.length > 30
    ? { because: "30 connections are the most.", waysOut: [] }
    : { monthly: 100 + demands.length, isKnown: true };
}

function problem(
  networks: Readonly<Record<string, Omit<HostNetwork, "name">>>,
  peerings: readonly string[],
  demands: readonly string[],
): HostProblem {
  return {
    networks: Object.entries(networks).map(([name, rest]) => ({ name, ...rest })),
    peerings: peerings.map((text) => {
      const [a = "", b = "", added] = text.split(" ");
      return { between: [a, b], asked: added === undefined };
    }),
    demands: demands.map((text): GatewayDemand => {
      const [network = "", site = "", via] = text.split(" ");
      return { id: `${network} - ${site}`, network, ...(via === undefined ? {} : { via }) };
    }),
    priceOf,
  };
}

function hostsOf(given: HostProblem) {
  const choice = chooseHosts(given);
  return choice.kind === "chosen" ? Object.fromEntries(choice.hosts) : choice.conflict;
}

it.each([
  [
    "one gateway for two spokes, in a hub without demands",
    {},
    ["a amsterdam", "b amsterdam"],
    { a: "hub", b: "hub" },
  ],
  ["its own for one that must", { a: { mustOwn: true } }, ["a amsterdam", "b amsterdam"], { a: "a", b: "b" }],
  [
    "nobody's hub where the hub may not",
    { hub: { mayHost: false } },
    ["a tokyo", "b tokyo"],
    { a: "a", b: "b" },
  ],
  ["where a person put it", { a: { fixedHost: "hub" } }, ["a tokyo"], { a: "hub" }],
  ["all demands of a network at one host", {}, ["a tokyo hub", "a amsterdam"], { a: "hub" }],
  [
    "never over two hops",
    { hub: { fixedHost: "a" } },
    ["a tokyo", "b tokyo", "hub tokyo"],
    { a: "a", b: "b", hub: "a" },
  ],
])("chooses %s", (_, rest, demands, expected) => {
  const given = problem({ hub: {}, a: {}, b: {}, ...rest }, ["hub a", "hub b"], demands);

  expect(hostsOf(given)).toEqual(expected);
});

it("names a peering that nobody asked for, and uses none where the price is the same without", () => {
  const needed = problem({ hub: {}, a: { mayHost: false } }, ["hub a added"], ["a tokyo"]);
  const free = problem({ hub: {}, a: {} }, ["hub a added"], ["a tokyo"]);

  expect(chooseHosts(needed)).toMatchObject({ addedPeerings: [{ network: "a", host: "hub" }] });
  expect(chooseHosts(free)).toMatchObject({ addedPeerings: [] });
});

it.each([
  [
    "two hosts for one network",
    {},
    ["a tokyo hub", "a amsterdam a", "b tokyo"],
    ["a - amsterdam", "a - tokyo"],
  ],
  [
    "no host at all",
    { a: { mayHost: false }, hub: { mayHost: false } },
    ["a tokyo", "b tokyo"],
    ["a - tokyo"],
  ],
  [
    "a host that another connection binds elsewhere",
    { a: { mayHost: false } },
    ["a tokyo", "hub tokyo b", "b tokyo"],
    ["a - tokyo", "hub - tokyo"],
  ],
])("names what conflicts: %s", (_, rest, demands, expected) => {
  const given = problem({ hub: {}, a: {}, b: {}, ...rest }, ["hub a", "hub b"], demands);

  expect(chooseHosts(given)).toMatchObject({ kind: "impossible", conflict: expected, isProven: true });
});

it("names the host that is refused, and why", () => {
  const sites = Array.from({ length: 33 }, (_, site) => `a site${String(site).padStart(2, "0")}`);

  const choice = chooseHosts(problem({ a: {} }, [], sites));

  if (choice.kind === "chosen") throw new Error("31 connections are too many");
  expect(choice.conflict).toHaveLength(31);
  expect(choice.refused).toEqual([{ host: "a", refusal: priceOf("a", demandsOf(31)) }]);
});

it("says how far a greedy choice may be from the best", () => {
  const names = Array.from({ length: 40 }, (_, place) => `spoke${String(place).padStart(2, "0")}`);
  const networks = Object.fromEntries(["hub", ...names].map((name) => [name, {}]));

  const choice = chooseHosts(
    problem(
      networks,
      names.map((name) => `hub ${name}`),
      names.map((name) => `${name} tokyo`),
    ),
  );

  expect(choice).toMatchObject({
    method: "greedy",
    // 30 in the hub, and each of the others on its own, which is the best; the bound knows no capacity.
    total: { monthly: 11 * 100 + 40, isKnown: true, gateways: 11 },
    gap: { by: "monthly", lowerBound: 101, total: 1_140 },
  });
});

function demandsOf(length: number): GatewayDemand[] {
  return Array.from({ length }, (_, place) => ({ id: `a - ${place}`, network: "a" }));
}
