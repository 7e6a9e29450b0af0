import { expect, it } from "vitest";
import { askTrace, placesOf } from "../../../test/routing/ask-trace.ts";
import { hybrid } from "../../../test/routing/hybrid.ts";
import {
  end,
  gatewayLayer,
  link,
  network,
  prefix,
  systemLayer,
  table,
} from "../../../test/routing/topology-builder.ts";
import { formatAddress } from "../../ip/index.ts";
import type { Translation } from "../../model/topology.ts";
import type { Way } from "../../model/trace.ts";

const there = ["vm-spoke 10.1.0.4", "site 192.168.7.7"] as const;

it("goes from a spoke by either instance of the hub's gateway to the site, and back", () => {
  const trace = askTrace(hybrid(), ...there);

  expect(trace.outcome).toBe("delivered");
  expect(placesOf(trace.there)).toEqual([
    "vm-spoke > gw#0 > device > site",
    "vm-spoke > gw#1 > device > site",
  ]);
  expect(placesOf(trace.back)).toEqual([
    "site > device > gw#0 > vm-spoke",
    "site > device > gw#1 > vm-spoke",
  ]);
});

it("says of every segment what encrypts it, and whether it crosses the internet", () => {
  const [way] = askTrace(hybrid(), ...there).there;

  expect(way?.hops.map(({ segment }) => segment?.name)).toEqual(["hub-spoke", "tunnel#0", "site", undefined]);
  expect(way?.hops[1]?.segment).toMatchObject({
    encryptedBy: "IPsec",
    crossesInternet: true,
    bandwidthMbps: 1000,
  });
  expect(way?.hops[0]?.segment).not.toHaveProperty("encryptedBy");
});

it("takes the least bandwidth and the sum of the round trips, where every segment says so", () => {
  const known = hybrid({ tunnel: { roundTripMs: 9 } });
  const unknown = hybrid();

  expect(askTrace(known, "vm-hub 10.0.1.4", "site 192.168.7.7").there[0]).toMatchObject({
    bandwidthMbps: 1000,
    roundTripMs: 9,
  });
  expect(askTrace(unknown, "vm-hub 10.0.1.4", "site 192.168.7.7").there[0]).not.toHaveProperty("roundTripMs");
  expect(askTrace(known, ...there).there[0]).not.toHaveProperty("bandwidthMbps");
});

it("uses the instance that is up, and drops where neither is", () => {
  expect(placesOf(askTrace(hybrid(), ...there, { down: ["gw#0", "tunnel#0"] }).there)).toEqual([
    "vm-spoke > gw#1 > device > site",
  ]);
  expect(askTrace(hybrid(), ...there, { down: ["gw#0", "gw#1"] })).toMatchObject({
    outcome: "dropped",
    because: "gw#0 is down.",
  });
});

it("ends once where one row leads to two instances that cannot be reached", () => {
  expect(askTrace(hybrid(), ...there, { down: ["hub-spoke"] }).there).toHaveLength(1);
});

it("says why a tunnel carries nothing", () => {
  const broken = hybrid({ tunnel: { brokenBecause: "The keys differ." } });

  expect(askTrace(broken, ...there)).toMatchObject({ outcome: "dropped", because: "The keys differ." });
});

it("has no answer where the site has no way back", () => {
  expect(askTrace(hybrid({ siteSends: { "10.0.0.0/16": "tunnels" } }), ...there)).toMatchObject({
    outcome: "returnPathMissing",
    because: "The answer of site does not arrive: site/routes has no route to 10.1.0.4.",
  });
});

it("a site does not pass on what is not its own", () => {
  const parts = [
    link(
      "tunnel#0",
      end("gw#0", { arrivalTable: "gw#0/table" }),
      end("site", { arrivalTable: "site/routes" }),
    ),
    link(
      "tunnel#1",
      end("gw#1", { arrivalTable: "gw#1/table" }),
      end("site", { arrivalTable: "site/routes" }),
    ),
  ];
  const topology = hybrid({ parts, far: "0.0.0.0/0", siteSends: { "10.0.0.0/8": "tunnels" } });

  expect(askTrace(topology, "vm-hub 10.0.1.4", "site 10.77.0.1")).toMatchObject({
    outcome: "dropped",
    because: "site does not forward: It forwards nothing.",
  });
});

function addressesOf(way: Way | undefined): readonly string[] {
  return (way?.hops ?? []).map(
    ({ source, destination }) => `${formatAddress(source)} ${formatAddress(destination)}`,
  );
}

const egress: Translation = {
  name: "egress",
  internal: prefix("10.1.0.0/16"),
  external: prefix("172.30.0.0/16"),
  dynamic: false,
};

it("translates the network's range for the far side, and back", () => {
  const topology = hybrid({ hub: [egress], siteSends: { "172.30.0.0/16": "tunnels" } });

  const trace = askTrace(topology, ...there);

  expect(trace.outcome).toBe("delivered");
  expect(addressesOf(trace.there[0])).toEqual([
    "10.1.0.4 192.168.7.7",
    "172.30.0.4 192.168.7.7",
    "172.30.0.4 192.168.7.7",
    "172.30.0.4 192.168.7.7",
  ]);
  expect(addressesOf(trace.back[0]).at(-1)).toBe("192.168.7.7 10.1.0.4");
  expect(askTrace(topology, "site 192.168.7.7", "vm-spoke 172.30.0.4").outcome).toBe("delivered");
});

it("translates the site's range for the networks, and what is sent to it", () => {
  const ingress = {
    ...egress,
    name: "ingress",
    internal: prefix("192.168.0.0/16"),
    external: prefix("172.31.0.0/16"),
  };
  const topology = hybrid({ site: [ingress], far: "172.31.0.0/16" });

  expect(askTrace(topology, "vm-spoke 10.1.0.4", "site 172.31.7.7").outcome).toBe("delivered");
  expect(askTrace(topology, "site 192.168.7.7", "vm-spoke 10.1.0.4").outcome).toBe("delivered");
});

it("many behind few: flows begin inside only, and their answers find back", () => {
  const dynamic = { ...egress, external: prefix("172.30.0.0/28"), dynamic: true };
  const topology = hybrid({ hub: [dynamic], siteSends: { "172.30.0.0/28": "tunnels" } });

  expect(askTrace(topology, ...there).outcome).toBe("returnPathMissing");
  expect(askTrace(topology, ...there, { down: ["gw#1"] }).outcome).toBe("delivered");
  expect(askTrace(topology, "site 192.168.7.7", "vm-spoke 172.30.0.1")).toMatchObject({
    outcome: "dropped",
    because: "egress is dynamic: flows begin only at its internal range.",
  });
});

it("reaches users behind a gateway, and they the network", () => {
  const users = [
    network("staff", ["172.20.0.0/24"], { role: "p2sUsers", table: "staff/routes" }),
    table("staff/routes", systemLayer({ "10.0.0.0/16": { to: "link", link: "pool" } })),
    link("pool", end("gw#0", { arrivalTable: "gw#0/table" }), end("staff"), {
      medium: "openvpn",
      encryptedBy: "TLS",
    }),
    table(
      "gw#0/table",
      systemLayer({ "10.0.0.0/16": { to: "members", network: "hub" } }),
      gatewayLayer({ "172.20.0.0/24": { to: "link", link: "pool" } }),
    ),
    table(
      "hub/routes",
      systemLayer({ "10.0.0.0/16": { to: "members", network: "hub" } }),
      gatewayLayer({ "172.20.0.0/24": { to: "nodes", nodes: ["gw#0"] } }),
    ),
  ];

  const trace = askTrace(hybrid({ parts: users }), "staff 172.20.0.7", "vm-hub 10.0.1.4");

  expect(trace.outcome).toBe("delivered");
  expect(placesOf([...trace.there, ...trace.back])).toEqual([
    "staff > gw#0 > vm-hub",
    "vm-hub > gw#0 > staff",
  ]);
  expect(askTrace(hybrid({ parts: users }), "staff 172.20.0.7", "vm-spoke 10.1.0.4").outcome).toBe("noRoute");
});
