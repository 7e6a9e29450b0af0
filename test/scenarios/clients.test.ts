import { expect, it } from "vitest";
import { scenario } from "./scenario.ts";

const pool = "192.168.0.0/24";
const staff = "p2susers/staff 192.168.0.4";

/** What clients are told, without their own networks and their way to the internet. */
function told(clients: ReturnType<typeof scenario>): readonly string[] {
  return clients.prefixes("p2susers/staff").filter((prefix) => prefix.startsWith("10."));
}

it("T12: clients are told of the gateway's network and of those that are peered with it, one peering far", () => {
  const clients = scenario("clients-and-peerings");

  expect(told(clients)).toEqual(["10.1.0.0/16", "10.2.0.0/16", "10.4.0.0/16"]);
  expect(clients.prefixes("p2susers/staff")).toContain(pool);
  expect(clients.reach(staff, "v1/web 10.1.0.4")).toBe("delivered");
  expect(clients.reach(staff, "v2/web 10.2.0.4")).toBe("delivered");
  expect(clients.reach(staff, "v3/web 10.3.0.4")).toBe("dropped");
});

it("T12: nothing leads back from a network that is peered and does not use the gateway", () => {
  // The page counts v4 among what clients reach, and says of no route to the pool in it: a gap of the documents. What
  // has no route back is not called reached.
  const { outcome, because } = scenario("clients-and-peerings").trace(staff, "v4/web 10.4.0.4");

  expect(outcome).toBe("returnPathMissing");
  expect(because).toContain("192.168.0.0/16 is dropped (None)");
});

const LINUX = "os: [Linux]";
const WINDOWS = "os: [Windows]";
const noBgp = ["enableBgp: true", "enableBgp: false"] as const;
const windows = [LINUX, WINDOWS] as const;
const v2 = "v2/web 10.2.0.4";
const v3 = "v3/web 10.3.0.4";

it("T13: without BGP nothing behind a tunnel answers clients, whatever they are told", () => {
  const linux = scenario("clients-and-tunnels", { edits: [noBgp] });
  const onWindows = scenario("clients-and-tunnels", { edits: [noBgp, windows] });

  expect(told(linux)).toEqual(["10.1.0.0/16", "10.2.0.0/16"]);
  expect(told(onWindows)).toEqual(["10.1.0.0/16"]);
  for (const clients of [linux, onWindows]) {
    expect(clients.reach(staff, "v1/web 10.1.0.4")).toBe("delivered");
    expect(clients.reach(staff, v3)).toBe("dropped");
  }
  expect(linux.reach(staff, v2)).toBe("returnPathMissing");
  expect(onWindows.reach(staff, v2)).toBe("dropped");
});

it("T13: with BGP other clients than Windows' are told of everything, and have it", () => {
  const linux = scenario("clients-and-tunnels");
  const onWindows = scenario("clients-and-tunnels", { edits: [windows] });

  expect(told(linux)).toEqual(["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"]);
  expect(linux.reach(staff, v2)).toBe("delivered");
  expect(linux.reach(staff, v3)).toBe("delivered");
  // Windows has access too, once somebody adds the routes by hand: customRoutes stand for that.
  expect(told(onWindows)).toEqual(["10.1.0.0/16"]);
  expect(onWindows.reach(staff, v2)).toBe("dropped");

  const byHand = scenario("clients-and-tunnels", {
    edits: [
      windows,
      ["asn: 64601 }", "asn: 64601 }\n      customRoutes: { addressPrefixes: [10.2.0.0/16, 10.3.0.0/16] }"],
    ],
  });
  expect(byHand.reach(staff, v2)).toBe("delivered");
  expect(byHand.reach(staff, v3)).toBe("delivered");
});

it("two groups with one pool: which of them gets an answer is not said, and nothing else is in doubt", () => {
  const shared = scenario("clients-and-peerings", {
    edits: [
      [
        "p2sUsers:",
        "p2sUsers:\n  - { name: others, count: 5, maxConcurrent: 5, os: [Linux], vpnClientAddressPool: [192.168.0.0/24] }",
      ],
    ],
  });

  expect(shared.reach("p2susers/others 192.168.0.9", "v1/web 10.1.0.4")).toBe("delivered");
  expect(shared.reach(staff, "v1/web 10.1.0.4")).toBe("notModelled");
  expect(shared.reach("v2/web 10.2.0.4", "p2susers/others 192.168.0.9")).toBe("delivered");
});
