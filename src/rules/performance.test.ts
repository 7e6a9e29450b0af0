import { expect, it } from "vitest";
import { emptyEstate } from "../model/estate.ts";
import { indexEstate } from "../model/estate-index.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { ValueObject } from "../model/unknown.ts";
import { rules } from "./index.ts";
import { runRules } from "./run-rules.ts";

const SPOKES = 900;
const GROUP = "/subscriptions/s/resourceGroups/network/providers/Microsoft.Network";

// Takes a few hundred milliseconds, for that is the point: no rule may compare every network with every other. Processor
// time, not that of the clock: tests beside it count, other programs on the machine do not.
it("checks nine hundred spokes with a route table each without comparing each with each", () => {
  const estate = indexEstate({ ...emptyEstate, resources: hubAndSpokes() });

  const start = process.cpuUsage();
  const found = runRules(rules, estate);
  const { user } = process.cpuUsage(start);

  expect(found).toEqual([]);
  expect(user).toBeLessThan(4_000_000);
});

/** Every spoke has ten subnets and a table of its own, which sends all private addresses to the hub's firewall. */
function hubAndSpokes(): ReadonlyMap<string, Resource> {
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
    });

  addNetwork("hub", "10.255.0.0/24");
  for (let spoke = 0; spoke < SPOKES; spoke++) {
    const name = `spoke${spoke}`;
    const base = `10.${Math.floor(spoke / 16)}.${(spoke % 16) * 16}`;
    addNetwork(name, `${base}.0/20`);
    addHalf("hub", name);
    addHalf(name, "hub");
    add("routeTables", `routeTables/${name}`, {});
    add("routeTables/routes", `routeTables/${name}/routes/private`, {
      addressPrefix: "10.0.0.0/8",
      nextHopType: "VirtualAppliance",
      nextHopIpAddress: "10.255.0.4",
    });
    for (let subnet = 0; subnet < 10; subnet++) {
      add("virtualNetworks/subnets", `virtualNetworks/${name}/subnets/s${subnet}`, {
        addressPrefix: `${base}.${subnet * 16}/28`,
        routeTable: { id: `${GROUP}/routeTables/${name}` },
      });
    }
  }
  return new Map(resources.map((resource) => [keyOf(resource.id), resource]));
}
