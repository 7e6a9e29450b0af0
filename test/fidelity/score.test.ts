import { expect, it } from "vitest";
import { readLab } from "./read-lab.ts";
import type { RecordedRow } from "./recording.ts";
import { compareRows } from "./score.ts";
import { setAside, varyingIn } from "./set-aside.ts";

const route = (more: RecordedRow = {}): RecordedRow => ({
  network: "10.1.0.0/16",
  nextHop: "10.0.0.4",
  origin: "EBgp",
  weight: 32769,
  ...more,
});

it("matches rows in any order, whatever the order of their columns", () => {
  const other = route({ network: "10.2.0.0/16" });

  const { score } = compareRows([route(), other], [other, { weight: 32769, ...route() }]);

  expect(score).toEqual({ recorded: 2, matched: 2, missing: 0, surplus: 0 });
});

it.each([
  ["another network", { network: "10.1.0.0/17" }],
  ["another next hop", { nextHop: "10.0.0.5" }],
  ["no next hop", { nextHop: null }],
  ["another origin", { origin: "IBgp" }],
  ["a weight one lower", { weight: 32768 }],
  ["a weight that is text", { weight: "32769" }],
  ["a column too many", { more: null }],
])("%s is no match: one row is missing and one is surplus", (_, wrong) => {
  const { score } = compareRows([route()], [route(wrong)]);

  expect(score).toEqual({ recorded: 1, matched: 0, missing: 1, surplus: 1 });
});

it("counts rows that are there twice twice", () => {
  expect(compareRows([route(), route()], [route()]).score).toMatchObject({
    matched: 1,
    missing: 1,
    surplus: 0,
  });
  expect(compareRows([route()], [route(), route()]).score).toMatchObject({
    matched: 1,
    missing: 0,
    surplus: 1,
  });
});

it("takes one address for another spelling of it", () => {
  const written = route({ network: "FD00:DB8:1::/56", nextHop: "fd00:0db8::0001" });

  expect(
    compareRows([written], [route({ network: "fd00:db8:1::/56", nextHop: "fd00:db8::1" })]).missing,
  ).toEqual([]);
});

const varying = varyingIn(
  readLab(
    JSON.stringify({
      lab: "x",
      virtualNetworks: [{ name: "hub", addressSpace: ["10.0.0.0/16"] }],
      gateways: [
        { name: "er", virtualNetwork: "hub", type: "ExpressRoute", asn: 65515 },
        { name: "vpn", virtualNetwork: "hub", type: "Vpn", asn: 65515 },
      ],
      routeServers: [{ name: "rs", virtualNetwork: "hub", addresses: ["10.0.9.4", "10.0.9.5"] }],
    }),
  ),
);

it("sets aside what varies, and nothing else", () => {
  const network = { network: "10.0.0.0/16", origin: "Network", sourcePeer: "10.0.1.12", weight: 32768 };
  const heard = { ...network, origin: "EBgp", sourcePeer: "10.0.1.4" };
  const reflected = { ...network, origin: "IBgp", sourcePeer: "10.0.9.5" };
  const rows = [network, heard, reflected];

  expect(setAside("learnedRoutes", "ER", rows, varying)).toEqual([
    { network: "10.0.0.0/16", origin: "Network", weight: 32768 },
    heard,
  ]);
  expect(setAside("learnedRoutes", "vpn", rows, varying)).toEqual([network, heard]);
  expect(
    setAside(
      "bgpPeers",
      "er",
      [
        { neighbor: "10.0.9.4", localAddress: "a" },
        { neighbor: "b", localAddress: "a" },
      ],
      varying,
    ),
  ).toEqual([{ neighbor: "b" }]);
  expect(setAside("mcrRoutes", "pe", [{ prefix: "p", best: true, vxc: "v" }], varying)).toEqual([
    { prefix: "p", vxc: "v" },
  ]);
  expect(setAside("effectiveRoutes", "nic", rows, varying)).toEqual(rows);
});

it("sets aside what a circuit gets back of what it told, and keeps what it did not tell", () => {
  const told = { network: "10.0.0.0/16", path: "65515" };
  const back = { network: "10.0.0.0/16", path: "64512 12076" };
  const far = { network: "10.9.0.0/16", path: "64512 12076" };

  expect(setAside("circuitRoutes", "c/primary", [told, back, far], varying)).toEqual([told, far]);
});
