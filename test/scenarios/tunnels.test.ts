import { expect, it } from "vitest";
import { check } from "../../src/check.ts";
import { readDocument } from "../../src/source/index.ts";
import { reservedRanges } from "./reserved-ranges.ts";
import { active, passes, scenario, textOf, uses } from "./scenario.ts";

const v4 = "v4/web 10.41.0.4";
const v5 = "v5/web 10.51.0.4";
const v1 = "v1/web 10.11.0.4";

it("T10: without BGP a chain of virtual networks reaches its neighbours alone", () => {
  const chain = scenario("chain-without-bgp");

  expect(chain.prefixes("v4/web")).toContain("10.11.0.0/16");
  expect(chain.prefixes("v4/web")).not.toContain("10.51.0.0/16");
  expect(chain.reach(v4, v1)).toBe("delivered");
  expect(chain.reach(v1, v5)).toBe("delivered");
  expect(chain.reach(v4, v5)).toBe("dropped");
});

it("T11: with BGP on every connection the far end is learned through the middle", () => {
  const chain = scenario("chain-with-bgp");
  const [learned] = chain.learned("vpn-v4").filter(({ network }) => network === "10.51.0.0/16");

  expect(chain.prefixes("v4/web")).toEqual(expect.arrayContaining(["10.11.0.0/16", "10.51.0.0/16"]));
  expect(learned).toMatchObject({ origin: "EBgp", asPath: "64601-64605", weight: 32768 });
  expect(chain.reach(v4, v5)).toBe("delivered");
  expect(chain.reach(v4, "site/office 192.168.9.4")).toBe("delivered");
});

it("T11: a default route from a site is not passed on along the chain", () => {
  const chain = scenario("chain-with-bgp");

  expect(chain.rowsFor("v5/web", "0.0.0.0/0")).toContainEqual(
    expect.stringMatching(/^VirtualNetworkGateway Active/),
  );
  for (const network of ["v1/web", "v4/web"]) {
    expect(chain.rowsFor(network, "0.0.0.0/0")).toEqual(["Default Active 0.0.0.0/0 Internet"]);
  }
});

it("T14a: a gateway's default site takes the default route of all subnets", () => {
  const forced = scenario("forced-tunnelling");
  const trace = forced.trace("hub/web 10.0.1.4", "internet 8.8.8.8");

  // Beside a gateway's default route neither the one to the internet nor the reserved ranges are listed: recorded.
  expect(forced.rows("hub/web")).toEqual(
    [
      "Default Active 10.0.0.0/16 VnetLocal",
      "VirtualNetworkGateway Active 0.0.0.0/0 VirtualNetworkGateway 203.0.113.4",
      "VirtualNetworkGateway Active 192.168.0.0/16 VirtualNetworkGateway 203.0.113.4",
    ].toSorted(),
  );
  expect(trace.outcome).toBe("delivered");
  expect(uses(trace.there, "ipsec")).toBe(true);
});

it("T14b: a default route over BGP does the same, is not passed on, and goes when it is withdrawn", () => {
  const advertised = scenario("default-route-over-bgp");
  const withdrawn = scenario("default-route-over-bgp", { down: ["to-office"] });

  expect(advertised.rows("hub/web")).toEqual(
    [
      "Default Active 10.0.0.0/16 VnetLocal",
      ...["0.0.0.0/0", "192.168.1.0/24", "192.168.2.0/24", "192.168.1.1/32", "192.168.2.1/32"].map(
        (prefix) => `VirtualNetworkGateway Active ${prefix} VirtualNetworkGateway 203.0.113.4`,
      ),
    ].toSorted(),
  );
  expect(advertised.knows("site/branch/edge")).toContain("192.168.1.0/24 65515 65010");
  expect(advertised.knows("site/branch/edge").join()).not.toContain("0.0.0.0/0");
  expect(uses(advertised.trace("hub/web 10.0.1.4", "internet 8.8.8.8").there, "ipsec")).toBe(true);
  expect(uses(withdrawn.trace("hub/web 10.0.1.4", "internet 8.8.8.8").there, "ipsec")).toBe(false);
  expect(withdrawn.rowsFor("hub/web", "0.0.0.0/0")).toEqual(["Default Active 0.0.0.0/0 Internet"]);
  expect(withdrawn.rows("hub/web")).toEqual(expect.arrayContaining(reservedRanges.slice(0, 3)));
});

it("T14c: a subnet with its own default route goes to the internet directly", () => {
  const forced = scenario("forced-tunnelling");

  expect(forced.rowsFor("hub/direct", "0.0.0.0/0")).toEqual([
    "Default Invalid 0.0.0.0/0 Internet",
    "User Active 0.0.0.0/0 Internet",
    "VirtualNetworkGateway Invalid 0.0.0.0/0 VirtualNetworkGateway 203.0.113.4",
  ]);
  const trace = forced.trace("hub/direct 10.0.2.4", "internet 8.8.8.8");
  expect(trace.outcome).toBe("delivered");
  expect(uses(trace.there, "ipsec")).toBe(false);
});

it("T14d: a default route on the gateway's own subnet is an error", () => {
  const text = textOf("forced-tunnelling", {
    edits: [["10.0.255.0/27", "10.0.255.0/27, routeTable: { id: routeTables/direct }"]],
  });

  const { diagnostics } = check(readDocument("forced.estate.yaml", text), { reconsider: false });

  expect(diagnostics.map(({ rule }) => rule)).toContain(
    "route-table/unsupported-default-route-on-gateway-subnet",
  );
});

it("T14e: a service with an endpoint on the subnet is reached beside the tunnel", () => {
  const forced = scenario("forced-tunnelling");
  const endpoint = forced.trace("hub/storage 10.0.3.4", "internet 20.60.0.8");
  const rest = forced.trace("hub/storage 10.0.3.4", "internet 8.8.8.8");

  expect(endpoint.outcome).toBe("delivered");
  expect(uses(endpoint.there, "service")).toBe(true);
  expect(uses(endpoint.there, "ipsec")).toBe(false);
  expect(uses(rest.there, "ipsec")).toBe(true);
});

it("T17: a gateway takes no route inside its network, and one around it", () => {
  const inside = scenario("bgp-inside-virtual-network");
  const learned = inside.learned("vpn-hub").map(({ network }) => network);

  expect(learned).not.toContain("10.0.4.0/24");
  expect(learned).toContain("10.0.0.0/8");
  expect(inside.rowsFor("hub/web", "10.0.4.0/24")).toEqual([]);
  expect(active(inside.rowsFor("hub/web", "10.0.0.0/8"))).toEqual([
    "VirtualNetworkGateway Active 10.0.0.0/8 VirtualNetworkGateway 203.0.113.4",
  ]);
  expect(inside.reach("hub/web 10.0.1.4", "hub/data 10.0.4.4")).toBe("delivered");
});

it("T17: a user-defined route inside the network is followed", () => {
  const inside = scenario("bgp-inside-virtual-network");
  const trace = inside.trace("hub/routed 10.0.2.4", "hub/data 10.0.4.4");

  expect(inside.rowsFor("hub/routed", "10.0.4.0/24")).toEqual([
    "User Active 10.0.4.0/24 VirtualAppliance 10.0.9.4",
  ]);
  expect(trace.outcome).toBe("delivered");
  expect(passes(trace.there, "appliance")).toBe(true);
});

it("T17: a Route Server gives no row inside its network either, and those elsewhere", () => {
  const inside = scenario("route-server-inside-virtual-network");

  expect(inside.rowsFor("hub/web", "10.0.4.0/24")).toEqual([]);
  expect(inside.rowsFor("hub/web", "10.50.0.0/16")).toEqual([
    "VirtualNetworkGateway Active 10.50.0.0/16 VirtualNetworkGateway 10.0.9.4",
  ]);
});
