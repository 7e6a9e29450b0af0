import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../source-files.ts";
import { intent, isthmus, scratch } from "./isthmus.ts";

const WEB = `Source   State   Address Prefix  Next Hop Type  Next Hop IP
-------  ------  --------------  -------------  -----------
Default  Active  10.64.0.0/22    VNetPeering
Default  Active  10.64.6.0/23    VnetLocal
Default  Active  0.0.0.0/0       Internet
`;

it("shows a subnet's routes in Azure's columns", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stdout, stderr } = isthmus(folder, ["routes", "network.yaml", "orders/web"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.replace(/^.* None\n/gm, "")).toBe(WEB);
});

it("takes network.yaml where only a name is given, and any unambiguous ending of it", () => {
  const folder = scratch({ "network.yaml": intent });
  const whole = isthmus(folder, ["routes", "network.yaml", "orders/web"]);

  expect(isthmus(folder, ["routes", "web"])).toEqual(whole);
  expect(isthmus(folder, ["routes", "ORDERS/WEB"])).toEqual(whole);
});

it("prints equal tables once, with all that have them", () => {
  const folder = scratch({ "network.yaml": intent.replace("web: /25", "web: /25, data: /25") });

  const { stdout } = isthmus(folder, ["routes", "network.yaml"]);

  expect(stdout).toContain("orders/data, orders/web:\n");
  expect(stdout.match(/^Source /gm)).toHaveLength(3);
});

it("answers programs in ARM's property names, byte for byte the same", () => {
  const folder = scratch({ "network.yaml": intent });
  const args = ["routes", "orders/web", "--format", "json"];

  const { stdout } = isthmus(folder, args);

  expect(JSON.parse(stdout)).toMatchObject({ format: "isthmus/routes", version: 1, where: "orders/web" });
  expect(JSON.parse(stdout).value).toContainEqual({
    disableBgpRoutePropagation: false,
    source: "Default",
    state: "Active",
    addressPrefix: ["10.64.0.0/22"],
    nextHopIpAddress: [],
    nextHopType: "VNetPeering",
  });
  expect(isthmus(folder, args).stdout).toBe(stdout);
});

it("what it answers is what it takes to compare with", () => {
  const folder = scratch({ "network.yaml": intent });
  const { stdout } = isthmus(folder, ["routes", "orders/web", "--format", "json"]);
  const same = scratch({ "network.yaml": intent, "nic.json": stdout });

  const compared = isthmus(same, ["routes", "orders/web", "--against", "nic.json"]);

  expect(compared).toMatchObject({ code: 0, stderr: "" });
  expect(compared.stdout).toMatch(/^(\d+) of \1 rows matched; 0 missing, 0 differing, 0 surplus\.\n$/);
});

it("ends with 1 where Azure has other routes, and shows both", () => {
  const row = { source: "Default", state: "Active", nextHopIpAddress: [], disableBgpRoutePropagation: false };
  const recorded = [
    { ...row, addressPrefix: ["10.64.6.0/23"], nextHopType: "VnetLocal" },
    { ...row, addressPrefix: ["0.0.0.0/0"], nextHopType: "None" },
    { ...row, addressPrefix: ["10.1.0.0/16"], nextHopType: "VNetPeering" },
  ];
  const folder = scratch({ "network.yaml": intent, "nic.json": JSON.stringify(recorded) });

  const { code, stdout } = isthmus(folder, ["routes", "orders/web", "--against", "nic.json"]);

  expect(code).toBe(1);
  expect(stdout).toContain(
    "  <  Default  Active  0.0.0.0/0  None\n  >  Default  Active  0.0.0.0/0  Internet\n",
  );
  expect(stdout).toContain(
    "Missing: in nic.json, not predicted\n  Default  Active  10.1.0.0/16  VNetPeering\n",
  );
  expect(stdout).toContain("1 of 3 rows matched; 1 missing, 1 differing,");
});

it.each([
  ["nothing", ""],
  ["a list of numbers", "[1, 2]"],
  ["a route without a prefix", '{ "value": [{ "source": "Default", "nextHopType": "None" }] }'],
  ["a broken file", '{ "value": ['],
  ["another answer", '{ "format": "isthmus/price", "version": 1 }'],
])("--against refuses %s", (_, text) => {
  const folder = scratch({ "network.yaml": intent, "nic.json": text });

  const { code, stdout, stderr } = isthmus(folder, ["routes", "orders/web", "--against", "nic.json"]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^nic\.json is no table of effective routes: .*\n {2}hint: Write it with: az /);
});

it("--against needs one table", () => {
  const folder = scratch({ "network.yaml": intent, "nic.json": "[]" });

  expect(isthmus(folder, ["routes", "--against", "nic.json"])).toMatchObject({ code: 2 });
  expect(isthmus(folder, ["routes", "orders", "--against", "nic.json"])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--against takes the routes of one subnet/),
  });
});

it("refuses a name that several have, with the candidates", () => {
  const folder = scratch({ "network.yaml": intent.replace("app: /25", "web: /25") });

  expect(isthmus(folder, ["routes", "web"])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^"web" may be billing\/web and orders\/web\.\n/),
  });
});

it("an estate with nothing in it has no routes, and that is no mistake", () => {
  const folder = scratch({ "empty.estate.yaml": "formatVersion: 1\nresources: []\n" });

  expect(isthmus(folder, ["routes", "empty.estate.yaml"])).toEqual({
    code: 0,
    stdout: "There is no subnet and no gateway here.\n",
    stderr: "",
  });
  expect(isthmus(folder, ["routes", "empty.estate.yaml", "web"])).toMatchObject({ code: 2 });
});

it("an intent that cannot be read says why, and nothing else", () => {
  const folder = scratch({ "network.yaml": "name: [" });

  expect(isthmus(folder, ["routes"])).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("network.yaml:1:7 error"),
  });
});

it("a gateway shows its peers, what it learns and what it advertises, and misses them while it is down", () => {
  const folder = scratch({
    "network.yaml": readFileSync(join(root, "examples/shared-hub-gateway/network.yaml"), "utf8"),
  });

  const all = isthmus(folder, ["routes", "network.yaml"]).stdout;
  const [, gateway = ""] = /^(\S*vpn\S*):$/m.exec(all) ?? [];
  const { stdout } = isthmus(folder, ["routes", "network.yaml", gateway]);
  const down = isthmus(folder, ["routes", "network.yaml", gateway, "--down", gateway]);

  expect(stdout).toMatch(/^BGP peers\nNeighbor +ASN +State +RoutesReceived +LocalAddress\n/);
  expect(stdout).toMatch(/\nLearned routes\nNetwork +Origin +SourcePeer +AsPath +Weight +NextHop\n/);
  expect(stdout).toContain("Connected");
  expect(stdout).toMatch(/\nAdvertised by /);
  expect(down.stdout).not.toContain("Connected");
});

it("says of one subnet why its routes may not be all", () => {
  const spoke = {
    id: "/subscriptions/1/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/spoke",
    name: "spoke",
    properties: {
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
      subnets: [{ name: "web", properties: { addressPrefix: "10.1.0.0/24" } }],
      virtualNetworkPeerings: [
        {
          name: "to-hub",
          properties: {
            remoteVirtualNetwork: {
              id: "/subscriptions/1/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub",
            },
            useRemoteGateways: true,
          },
        },
      ],
    },
  };
  const folder = scratch({ "spoke.json": JSON.stringify(spoke) });

  const { stdout } = isthmus(folder, ["routes", "spoke.json", "spoke/web"]);

  expect(stdout.replace(/\s+/g, " ")).toContain(
    "Not modelled - spoke uses the gateways of hub, and what those have learned is not in the estate",
  );
});
