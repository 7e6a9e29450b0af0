import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import { effectiveRoutes } from "../../src/routing/effective-routes.ts";
import { resources } from "./find-down.ts";
import type { SolvedLab } from "./predict-tables.ts";
import type { RecordedRow } from "./recording.ts";

/** As the author printed them: no row that leads nowhere, and of each row its first next hop. */
export function predictEffectiveRoutes(owner: string, lab: SolvedLab): readonly RecordedRow[] | undefined {
  const { topology, solved, situation } = lab;
  const [id] = resources(lab.lab.estate, "networkInterfaces", owner);
  const resource = id === undefined ? undefined : lab.lab.estate.resources.get(id);
  const subnet = resource && subnetOf(resource);
  const table = subnet === undefined ? undefined : topology.tables.get(`${subnet}/routes`);
  if (!resource || !table) return undefined;

  const ipv6 = JSON.stringify(resource.properties).includes('"privateIPAddressVersion":"IPv6"');
  return effectiveRoutes(table, solved, { in: { topology, situation }, ipv6 })
    .filter(({ source, nextHopType }) => source !== "Default" || nextHopType !== "None")
    .map((route) => ({
      source: route.source,
      state: route.state,
      prefix: route.addressPrefix,
      nextHopType: route.nextHopType,
      nextHopIp: route.nextHopIpAddress[0] ?? null,
    }));
}

function subnetOf(nic: Resource): string | undefined {
  const match = /"subnet":\{"id":"([^"]+)"/.exec(JSON.stringify(nic.properties));
  return match?.[1] === undefined ? undefined : keyOf(match[1]);
}
