import { expect, it } from "vitest";
import { address, filter, matching, prefixes, rule } from "../../test/routing/topology-builder.ts";
import type { FilterRule } from "../model/topology.ts";
import type { Flow } from "../model/trace.ts";
import type { AddressJudge } from "./address-match.ts";
import { judgeFlow } from "./filters.ts";
import { answersTo, formatParts, partsOf } from "./flow-parts.ts";

const packet = { source: address("10.0.0.4"), destination: address("10.1.0.4") };
const everywhere: AddressJudge = { isRouted: () => true, isPublic: () => false, isOfEstate: () => true };

function judge(flow: Flow, rules: readonly FilterRule[], judge: AddressJudge = everywhere, to = packet) {
  const verdict = judgeFlow(filter("nsg", ...rules), to, partsOf(flow), judge);
  return {
    allowed: formatParts(verdict.allowed),
    denied: verdict.denied.map(({ rule, parts }) => `${rule?.name}: ${formatParts(parts)}`),
    unknown: verdict.unknown,
  };
}

const deny = rule("deny", 4096, { access: "Deny" });
const ssh = { destinationPorts: [{ from: 22, to: 22 }] };

it("the lowest priority that matches decides, in whatever order the rules stand", () => {
  const rules = [deny, rule("allow", 100, { protocol: "tcp" })];

  expect(judge({ protocol: "tcp", port: 443 }, rules)).toMatchObject({ allowed: "tcp 443", denied: [] });
  expect(judge({ protocol: "udp", port: 443 }, rules)).toMatchObject({
    allowed: "",
    denied: ["deny: udp 443"],
  });
});

it("nothing passes where no rule matches", () => {
  expect(judge({ protocol: "icmp" }, [])).toMatchObject({ allowed: "", denied: ["undefined: icmp"] });
});

it("cuts a flow of any port where the rules differ", () => {
  const rules = [rule("no-ssh", 100, { access: "Deny", protocol: "tcp", ...ssh }), rule("allow", 200)];

  expect(judge({ protocol: "tcp" }, rules)).toMatchObject({
    allowed: "tcp 0-21, tcp 23-65535",
    denied: ["no-ssh: tcp 22"],
  });
});

it("cuts a flow of any protocol into those that rules can name", () => {
  const rules = [rule("tcp", 100, { protocol: "tcp" }), deny];

  expect(judge({ protocol: "*" }, rules)).toMatchObject({
    allowed: "tcp",
    denied: ["deny: udp, icmp, esp, ah"],
  });
});

it("a rule with ports does not match what has none", () => {
  const rules = [rule("no-ssh", 100, { access: "Deny", ...ssh }), rule("allow", 200)];

  expect(judge({ protocol: "icmp" }, rules)).toMatchObject({ allowed: "icmp", denied: [] });
});

it("sees the answer with its ports swapped", () => {
  const rules = [rule("from-443", 100, { sourcePorts: [{ from: 443, to: 443 }] }), deny];
  const parts = answersTo(partsOf({ protocol: "tcp", port: 443 }));

  expect(formatParts(judgeFlow(filter("nsg", ...rules), packet, parts, everywhere).allowed)).toBe(
    "tcp from 443",
  );
});

it.each([
  ["prefixes", matching({ prefixes: prefixes("10.1.0.0/16") }), true],
  ["other prefixes", matching({ prefixes: prefixes("10.2.0.0/16") }), false],
  ["what is routed", matching({ routed: true }), true],
  ["the internet", matching({ internet: true }), false],
  ["unknown ranges hold no address of the estate", matching({ unknown: ["Storage"] }), false],
])("matches a private destination against %s", (_, destinations, allows) => {
  const rules = [rule("allow", 100, { destinations }), deny];

  expect(judge({ protocol: "tcp", port: 1 }, rules).allowed).toBe(allows ? "tcp 1" : "");
});

const outside: AddressJudge = { isRouted: () => false, isPublic: () => true, isOfEstate: () => false };
const toOutside = { ...packet, destination: address("20.60.0.1") };

it("takes what is public and not routed for the internet", () => {
  const rules = [rule("allow", 100, { destinations: matching({ internet: true }) }), deny];

  expect(judge({ protocol: "tcp", port: 1 }, rules, outside, toOutside).allowed).toBe("tcp 1");
  expect(
    judge({ protocol: "tcp", port: 1 }, rules, { ...outside, isRouted: () => true }, toOutside).allowed,
  ).toBe("");
});

it("says that nobody knows, but only where it makes a difference", () => {
  const storage = rule("storage", 100, { destinations: matching({ unknown: ["Storage.WestEurope"] }) });

  expect(judge({ protocol: "tcp", port: 1 }, [storage, deny], outside, toOutside).unknown).toMatch(
    /storage of nsg.*Storage\.WestEurope/,
  );
  expect(judge({ protocol: "tcp", port: 1 }, [storage, rule("all", 200)], outside, toOutside)).toMatchObject({
    allowed: "tcp 1",
    unknown: undefined,
  });
});
