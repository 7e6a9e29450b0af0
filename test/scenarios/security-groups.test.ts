import { expect, it } from "vitest";
import { scenario } from "./scenario.ts";

const groups = scenario("security-groups");
const apps = "spoke/apps 10.8.0.4";
const web = "hub/web 10.0.1.9";
const ssh = { protocol: "tcp", port: 22 } as const;
const https = { protocol: "tcp", port: 443 } as const;

it.each([
  { from: apps, to: web, flow: ssh, outcome: "deniedInbound", why: "its own rule comes first" },
  { from: apps, to: web, flow: https, outcome: "delivered", why: "a peered network is VirtualNetwork" },
  {
    from: apps,
    to: web,
    flow: { protocol: "udp", port: 22 } as const,
    outcome: "delivered",
    why: "the rule is for tcp",
  },
  { from: "hub/free 10.0.2.9", to: web, flow: ssh, outcome: "delivered", why: "the rule is for the spoke" },
  { from: web, to: apps, flow: ssh, outcome: "delivered", why: "the way back of a flow that passed is open" },
  { from: web, to: "internet 8.8.8.8", flow: https, outcome: "deniedOutbound", why: "a rule for Internet" },
  {
    from: web,
    to: "hub/free 10.0.2.9",
    flow: https,
    outcome: "delivered",
    why: "its own network is not Internet",
  },
  { from: apps, to: "hub/free 10.0.2.9", flow: ssh, outcome: "delivered", why: "there is no group" },
  {
    from: "front-vm 10.0.2.4",
    to: "vm 10.0.1.4",
    flow: https,
    outcome: "delivered",
    why: "its interface is in the application group",
  },
  {
    from: "front-vm 10.0.2.4",
    to: "vm 10.0.1.4",
    flow: ssh,
    outcome: "deniedInbound",
    why: "the interface's group has the last word",
  },
  {
    from: "hub/free 10.0.2.9",
    to: "vm 10.0.1.4",
    flow: https,
    outcome: "deniedInbound",
    why: "it is in no application group",
  },
])("$from to $to with $flow.protocol $flow.port: $outcome, for $why", ({ from, to, flow, outcome }) => {
  expect(groups.trace(from, to, flow).outcome).toBe(outcome);
});

it("says which part of a flow passes", () => {
  const { outcome, there } = groups.trace(apps, web);

  expect(outcome).toBe("partlyDenied");
  expect(there[0]?.denied).toEqual([
    { rule: "of-web/no-ssh-from-spoke", flow: expect.stringContaining("22") },
  ]);
});

it("is in doubt where a rule is, and nowhere else", () => {
  const unsure = scenario("security-groups", {
    edits: [
      [
        "sourceAddressPrefix: 10.8.0.0/16",
        "sourceAddressPrefix: { kind: unknown, because: it is a parameter }",
      ],
    ],
  });

  expect(unsure.trace(apps, web)).toMatchObject({
    outcome: "notModelled",
    because: expect.stringContaining("of rule no-ssh-from-spoke it is a parameter"),
  });
  expect(unsure.reach(web, apps)).toBe("delivered");
  expect(unsure.reach(apps, "hub/free 10.0.2.9")).toBe("delivered");
});

it("is in doubt where the group is not in the estate", () => {
  const missing = scenario("security-groups", { without: ["of-web"] });

  expect(missing.reach(apps, web)).toBe("notModelled");
  expect(missing.reach(web, apps)).toBe("notModelled");
  expect(missing.reach(apps, "hub/free 10.0.2.9")).toBe("delivered");
});
