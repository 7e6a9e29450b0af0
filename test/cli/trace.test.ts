import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../source-files.ts";
import { intent, isthmus, scratch } from "./isthmus.ts";

it("follows a flow there and back, from the first free host of a subnet", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stdout, stderr } = isthmus(folder, ["trace", "hub/shared", "orders/web", "--port", "443"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(
    /^hub\/shared \(10\.64\.0\.4\) to orders\/web \(10\.64\.6\.4\), TCP port 443\nDelivered: /,
  );
  expect(stdout).toMatch(/\nThere\n {2}● .*shared/);
  expect(stdout).toMatch(/\nBack\n {2}● .*web/);
  expect(stdout).toContain("VNetPeering");
  expect(stdout).toMatch(/network\.yaml:\d+:\d+/);
});

it("takes a network for its first subnet with hosts, and an address for whoever has it", () => {
  const folder = scratch({ "network.yaml": intent });
  const { stdout } = isthmus(folder, ["trace", "hub/shared", "orders/web"]);

  expect(isthmus(folder, ["trace", "hub", "orders"]).stdout).toBe(stdout);
  expect(isthmus(folder, ["trace", "network.yaml", "10.64.0.4", "10.64.6.4"]).stdout).toBe(stdout);
});

it("two hosts of one subnet are two addresses", () => {
  const folder = scratch({ "network.yaml": intent });

  expect(isthmus(folder, ["trace", "orders/web", "orders"]).stdout).toMatch(
    /^orders\/web \(10\.64\.6\.4\) to orders\/web \(10\.64\.6\.5\), any protocol\nDelivered: /,
  );
});

it("ends with 1 where it does not arrive: peering is not passed on", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stdout } = isthmus(folder, ["trace", "orders", "billing", "--format", "json"]);

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    format: "isthmus/trace",
    version: 1,
    from: { name: "orders/web", address: "10.64.6.4" },
    to: { name: "billing/app" },
    outcome: "dropped",
    because: "orders/web has no route to billing: 10.0.0.0/8 is dropped (None). No peering joins them.",
    back: [],
  });
});

it("says the same byte for byte", () => {
  const folder = scratch({ "network.yaml": intent });
  const args = ["trace", "hub", "orders", "--format", "json"];

  expect(isthmus(folder, args).stdout).toBe(isthmus(folder, args).stdout);
});

it("what is down carries nothing", () => {
  const folder = scratch({ "network.yaml": intent });

  expect(isthmus(folder, ["trace", "hub", "orders", "--down", "hub/to-orders"]).code).toBe(1);
  expect(isthmus(folder, ["trace", "hub", "orders", "--down", "hub/to-billing"]).code).toBe(0);
  expect(
    isthmus(folder, ["trace", "hub", "orders", "--down", "hub/to-billing", "--down", "region/westeurope"])
      .code,
  ).toBe(1);
});

function example(name: string): string {
  return scratch({
    "network.yaml": readFileSync(join(root, "examples", name, "network.yaml"), "utf8"),
  });
}

it("an address that several places have is refused, with all of them", () => {
  const { code, stderr } = isthmus(example("sites-with-one-range"), ["trace", "192.168.1.9", "hub"]);

  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^192\.168\.1\.9 may be of .*utrecht, .*rotterdam and .*delft\.\n {2}hint: Name the one/,
  );
});

it("a site that Azure sees elsewhere is called as Azure calls it, by name and by address", () => {
  const folder = example("sites-with-one-range");

  const named = isthmus(folder, ["trace", "orders/web", "delft"]);
  const [, address = ""] = /to delft \((100\.64\.10\.\d+)\)/.exec(named.stdout) ?? [];

  expect(named.code).toBe(0);
  expect(named.stdout).toMatch(/● .*#0 {2}10\.64\.\S+ → 192\.168\.1\./);
  expect(isthmus(folder, ["trace", "orders/web", address]).stdout).toBe(named.stdout);
  expect(isthmus(folder, ["trace", address, "orders/web"]).stdout).toMatch(/^delft \(192\.168\.1\.\d+\) to/);
});

it("IPv6 goes between the IPv6 addresses of both", () => {
  const folder = example("dual-stack");
  const { tables } = JSON.parse(isthmus(folder, ["routes", "--format", "json"]).stdout);
  const prefix = tables[0].value
    .flatMap((row: { addressPrefix: readonly string[] }) => row.addressPrefix)
    .find((text: string) => text.startsWith("fd5a"));
  const target = prefix.replace(/::\/.*/, ":1::9");

  const { stdout } = isthmus(folder, ["trace", "devices", "internet"]);

  expect(prefix).toMatch(/^fd5a:9c1e:77.*::\/56$/);
  expect(stdout).toMatch(/^devices\/gateways \(10\.96\./);
  expect(isthmus(folder, ["trace", "devices/gateways", target]).stdout).toMatch(
    /^devices\/gateways \(fd5a:9c1e:77:[^)]*\) to /,
  );
  expect(isthmus(folder, ["trace", "legacy", target]).code).toBe(2);
});

it("a circuit goes before a tunnel, and the tunnel takes over while the circuit is down", () => {
  const folder = example("expressroute-with-vpn-backup");

  const up = isthmus(folder, ["trace", "lines", "factory"]);
  const down = isthmus(folder, ["trace", "lines", "factory", "--down", "factory-circuit"]);

  expect(up.stdout).toMatch(/Internet +not crossed/);
  expect(up.stdout).toContain("▼ ExpressRoute ");
  expect(down.stdout).toContain("▼ IPsec tunnel ");
  expect(down.stdout).toMatch(/Internet +crossed on /);
  expect([up.code, down.code]).toEqual([0, 0]);
});
