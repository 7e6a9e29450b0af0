import { expect, it } from "vitest";
import {
  defaultLayer,
  end,
  link,
  network,
  node,
  nothingLearned,
  systemLayer,
  table,
  topologyOf,
} from "../../../test/routing/topology-builder.ts";
import { formatAddress } from "../../ip/index.ts";
import { everythingUp } from "../../model/situation.ts";
import { reach } from "./reach.ts";

/** Networks `a` and `b` are peered, `c` is alone; `a` has a machine that stands in its subnet with no routes. */
const islands = topologyOf(
  network("a", ["10.0.0.0/24"]),
  network("b", ["10.1.0.0/24"]),
  network("c", ["10.2.0.0/24"]),
  node("web", ["10.0.0.0/25"], { role: "subnet", within: "a", table: "a/routes" }),
  node("vm", ["10.0.0.9"], { within: "a" }),
  node("data", ["10.1.0.0/25"], { role: "subnet", within: "b", table: "b/routes" }),
  node("more", ["10.1.0.128/25"], { role: "subnet", within: "b", table: "b/routes" }),
  node("GatewaySubnet", ["10.0.0.128/27"], { role: "subnet", within: "a", table: "a/routes" }),
  node("alone", ["10.2.0.0/25"], { role: "subnet", within: "c", table: "c/routes" }),
  node("nobody", [], { role: "site" }),
  link("peering", end("a"), end("b")),
  table(
    "a/routes",
    systemLayer({
      "10.0.0.0/24": { to: "members", network: "a" },
      "10.1.0.0/24": { to: "link", link: "peering" },
    }),
    defaultLayer(),
  ),
  table(
    "b/routes",
    systemLayer({
      "10.1.0.0/24": { to: "members", network: "b" },
      "10.0.0.0/24": { to: "link", link: "peering" },
    }),
    defaultLayer(),
  ),
  table("c/routes", systemLayer({ "10.2.0.0/24": { to: "members", network: "c" } }), defaultLayer()),
);

const found = reach(islands, nothingLearned, everythingUp);

it("asks about subnets with room for hosts, and about what has no addresses", () => {
  expect(found.endpoints.map(({ id }) => id)).toEqual(["alone", "data", "more", "nobody", "web"]);
});

it("knows what nothing tells apart", () => {
  expect(found.classes.map(({ members }) => members)).toContainEqual(["data", "more"]);
});

it("takes the worst of an endpoint's addresses, and lists the parts", () => {
  const { outcome, mixed, parts } = found.outcome("data", "web") ?? {};

  expect({ outcome, mixed }).toEqual({ outcome: "returnPathMissing", mixed: true });
  expect(parts?.map((part) => part.outcome).sort()).toEqual(["delivered", "returnPathMissing"]);
  expect(found.trace("data", "web")?.outcome).toBe("returnPathMissing");
});

it("answers nothing about what is no endpoint, and guesses nothing of what has no addresses", () => {
  expect(found.outcome("GatewaySubnet", "web")).toBeUndefined();
  expect(found.outcome("nobody", "web")?.outcome).toBe("notModelled");
});

it("counts what it lists", () => {
  const listed = new Map<string, number>();
  for (const { outcome } of found.pairs()) listed.set(outcome, (listed.get(outcome) ?? 0) + 1);

  expect(new Map(found.counts())).toEqual(listed);
  expect([...listed.values()].reduce((sum, count) => sum + count, 0)).toBe(25);
  for (const [outcome, count] of found.counts()) {
    const only = [...found.pairs(outcome)];
    expect(only).toEqual([...found.pairs()].filter((pair) => pair.outcome === outcome));
    expect(only).toHaveLength(count);
  }
});

it("traces with addresses of the two that were asked for, although others are of their class", () => {
  const traced = found.trace("data", "more");

  const ends = [traced?.from, traced?.to].flatMap((one) =>
    one && "node" in one ? `${one.node} ${formatAddress(one.address)}` : [],
  );
  expect(ends).toEqual(["data 10.1.0.0", "more 10.1.0.128"]);
  expect(traced?.outcome).toBe("delivered");
});

it("lists pairs one by one, without all that follow", () => {
  const [first] = found.pairs();

  expect(first).toEqual({ from: "alone", to: "alone", outcome: "delivered" });
});
