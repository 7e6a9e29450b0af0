import { expect, inject, it } from "vitest";
import { intent, isthmus, runNode, scratch } from "./isthmus.ts";

it("shows all pairs as a table of groups, and what was asked for", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stdout } = isthmus(folder, ["reach"]);

  expect(code).toBe(0);
  expect(stdout).toBe(`any protocol: 3 endpoints, 9 pairs, in 3 groups that nothing tells apart
  7  ✓ delivered
  2  × dropped

                  1  2  3
  1  billing/app  ✓  ✓  ×
  2  hub/shared   ✓  ✓  ✓
  3  orders/web   ×  ✓  ✓

Expected: 2 met

Nothing is reached that nobody asked for.
`);
});

it("between two places lists every way", () => {
  const folder = scratch({ "network.yaml": intent });

  const { stdout } = isthmus(folder, ["reach", "orders", "hub"]);

  expect(stdout).toContain("orders/web to hub/shared: delivered\n  by orders/web › hub/shared\n");
});

it("streams pairs, as lines and as one JSON document, filtered", () => {
  const folder = scratch({ "network.yaml": intent });

  const lines = isthmus(folder, ["reach", "--pairs", "--outcome", "dropped"]);
  const json = isthmus(folder, ["reach", "network.yaml", "o*", "--pairs", "--format", "json"]);

  expect(lines.stdout).toBe("billing/app -> orders/web: dropped\norders/web -> billing/app: dropped\n");
  expect(JSON.parse(json.stdout)).toEqual({
    format: "isthmus/reach",
    version: 1,
    flow: { protocol: "*" },
    down: [],
    pairs: [
      { from: "orders/web", to: "billing/app", outcome: "dropped" },
      { from: "orders/web", to: "hub/shared", outcome: "delivered" },
      { from: "orders/web", to: "orders/web", outcome: "delivered" },
    ],
  });
});

it("an expectation that is unmet ends with 1, at its line, with a hop", () => {
  const folder = scratch({
    "network.yaml": intent,
    "network.expect.yaml":
      "expect:\n  - { from: orders, to: billing }\n  - { from: orders, to: hub, reach: no }\n",
  });

  const { code, stdout, stderr } = isthmus(folder, ["reach"]);

  expect(code).toBe(1);
  expect(stderr).toContain("network.expect.yaml:2:5 error expectation/unreachable-end\n");
  expect(stderr).toMatch(/ at orders\/web: Default route 10\.0\.0\.0\/8 to None/);
  expect(stderr).toContain("network.expect.yaml:3:5 error expectation/insecure-isolation\n");
  expect(stdout).toContain("Expected: 2 met, 2 unmet");
});

it("names in a file of expectations are checked where they stand, with a proposal", () => {
  const folder = scratch({
    "network.yaml": intent,
    "must.yaml": "expect:\n  - from: ordres\n    to: hub\n",
  });

  const { code, stderr } = isthmus(folder, ["reach", "--expect", "must.yaml"]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/^must\.yaml:2:11 error expectation\/unknown-name\n/);
  expect(stderr).toContain("hint: Write orders.");
});

it("what is down breaks what was asked for", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stderr, stdout } = isthmus(folder, ["reach", "--down", "hub/to-orders"]);

  expect(code).toBe(1);
  expect(stderr).toContain("network.yaml:9:5 error expectation/unreachable-end\n");
  expect(stdout).toContain("down: hub/to-orders\n");
});

it("a reader that goes away early is no mistake", () => {
  const folder = scratch({ "network.yaml": intent });
  const script = `
    const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, [process.argv[1], "reach", "--pairs"], { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.destroy();
    child.on("exit", (code) => process.exit(code));
  `;

  expect(runNode(folder, ["-e", script, inject("cli")]).code).toBe(0);
});

const EMPTY = "formatVersion: 1\nresources: []\n";
const DANGLING = `formatVersion: 1
scope: /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    id: virtualNetworks/hub
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16, "fd00::/48"] }
      subnets:
        - { name: web, properties: { addressPrefix: 10.0.1.0/24, routeTable: { id: routeTables/lost }, networkSecurityGroup: { id: networkSecurityGroups/lost } } }
        - { name: app, properties: { addressPrefix: 10.0.2.0/24, routeTable: { id: routeTables/round } } }
  - type: Microsoft.Network/routeTables
    name: round
    id: routeTables/round
    properties:
      routes:
        - { name: nowhere, properties: { addressPrefix: 10.9.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.0.9.9 } }
        - { name: six, properties: { addressPrefix: "fd00:9::/48", nextHopType: None } }
sites:
  - { name: one, addressPrefixes: [10.9.0.0/16] }
  - { name: two, addressPrefixes: [10.9.0.0/16] }
`;

it.each([
  ["an empty estate", EMPTY, [], 0, /0 endpoints, 0 pairs/],
  [
    "dangling ids, an appliance that is nowhere, sites that overlap",
    DANGLING,
    [],
    0,
    /4 endpoints, 16 pairs/,
  ],
  ["an unknown name", DANGLING, ["wbe"], 2, /^$/],
])("%s does not break it", (_what, text, more, code, says) => {
  const folder = scratch({ "estate.yaml": text });

  const found = isthmus(folder, ["reach", "estate.yaml", ...more]);

  expect(found.stderr).not.toMatch(/ at .*\.js:/);
  expect(found.code).toBe(code);
  expect(found.stdout).toMatch(says);
});

it("what a partial estate cannot show is no pass", () => {
  const folder = scratch({
    "estate.yaml": DANGLING,
    "must.yaml": "expect:\n  - { from: app, to: web }\n  - { from: app, to: one, reach: no }\n",
  });

  const { code, stderr, stdout } = isthmus(folder, ["reach", "estate.yaml", "--expect", "must.yaml"]);

  expect(code).toBe(1);
  expect(stderr).toContain("must.yaml:2:5 error expectation/unsupported-proof\n");
  expect(stdout).toContain("Expected: 1 met, 1 not to be told");
});
