import { expect, it } from "vitest";
import { emptyEstate } from "../../../model/estate.ts";
import { indexEstate } from "../../../model/estate-index.ts";
import type { Resource } from "../../../model/resource.ts";
import { keyOf } from "../../../model/resource-id.ts";
import type { ValueObject } from "../../../model/unknown.ts";
import { runRules } from "../../../rules/run-rules.ts";
import { rules } from "./index.ts";

const HUBS = 3;
const SPOKES = 1000;
const GROUP = "/subscriptions/s/resourceGroups/network/providers/Microsoft.Network";

// Takes a few hundred milliseconds, for that is the point: no rule may compare every spoke with every other. Processor
// time, not that of the clock: tests beside it count, other programs on the machine do not.
it("checks a thousand spokes in three hubs without comparing each with each", () => {
  const estate = indexEstate({ ...emptyEstate, resources: hubsAndSpokes() });

  const start = process.cpuUsage();
  const found = runRules(rules, estate).map(({ rule }) => rule);
  const { user } = process.cpuUsage(start);

  expect(new Set(found)).toEqual(new Set(["virtual-network-peering/exceeds-peering-limit"]));
  expect(user).toBeLessThan(4_000_000);
});

/** Every spoke is peered with every hub, has ten subnets, and sends everything to the first hub's firewall. */
function hubsAndSpokes(): ReadonlyMap<string, Resource> {
  const resources: Resource[] = [];
  const add = (type: string, path: string, properties: ValueObject) => {
    const name = path.split("/").at(-1) ?? path;
    const origin = { file: "estate", path: ["resources", resources.length] };
    resources.push({ id: `${GROUP}/${path}`, type: `Microsoft.Network/${type}`, name, properties, origin });
  };
  const addNetwork = (name: string, addressPrefix: string) =>
    add("virtualNetworks", `virtualNetworks/${name}`, { addressSpace: { addressPrefixes: [addressPrefix] } });
  const addHalf = (from: string, to: string) =>
    add("virtualNetworks/virtualNetworkPeerings", `virtualNetworks/${from}/virtualNetworkPeerings/${to}`, {
      remoteVirtualNetwork: { id: `${GROUP}/virtualNetworks/${to}` },
      allowForwardedTraffic: true,
    });

  for (let hub = 0; hub < HUBS; hub++) addNetwork(`hub${hub}`, `10.255.${hub}.0/24`);
  add("routeTables", "routeTables/all", {});
  add("routeTables/routes", "routeTables/all/routes/all", {
    addressPrefix: "0.0.0.0/0",
    nextHopType: "VirtualAppliance",
    nextHopIpAddress: "10.255.0.4",
  });
  for (let spoke = 0; spoke < SPOKES; spoke++) {
    const base = `10.${Math.floor(spoke / 16)}.${(spoke % 16) * 16}`;
    addNetwork(`spoke${spoke}`, `${base}.0/20`);
    for (let subnet = 0; subnet < 10; subnet++) {
      add("virtualNetworks/subnets", `virtualNetworks/spoke${spoke}/subnets/s${subnet}`, {
        addressPrefix: `${base}.${subnet * 16}/28`,
        routeTable: { id: `${GROUP}/routeTables/all` },
      });
    }
    for (let hub = 0; hub < HUBS; hub++) {
      addHalf(`hub${hub}`, `spoke${spoke}`);
      addHalf(`spoke${spoke}`, `hub${hub}`);
    }
  }
  return new Map(resources.map((resource) => [keyOf(resource.id), resource]));
}
