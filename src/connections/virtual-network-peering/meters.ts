import { billingZones } from "../../azure/billing-zones.ts";
import type { Meter } from "../../model/meter.ts";
import type { Traffic } from "../../model/needs.ts";
import type { VirtualNetwork } from "../../model/virtual-network.ts";

/**
 * Azure bills a peered gigabyte twice: to the network that it leaves and to the one that it enters. Within a region
 * there is one rate; between regions each side pays its own zone's.
 */
export function metersOf(
  local: VirtualNetwork,
  remote: VirtualNetwork | undefined,
  traffic: Traffic | undefined,
): readonly Meter[] {
  const from = { name: local.name, region: local.region };
  const to = { name: remote?.name ?? "the remote network", region: remote?.region };
  return [...direction(from, to, traffic?.there), ...direction(to, from, traffic?.back)];
}

interface Side {
  readonly name: string;
  readonly region: string | undefined;
}

function direction(from: Side, to: Side, gigabytes: number | undefined): readonly Meter[] {
  const sameRegion = from.region !== undefined && from.region === to.region;
  const meter = (side: Side, way: "Egress" | "Ingress"): Meter => ({
    serviceName: "Virtual Network",
    productName: sameRegion ? "Virtual Network Peering" : "Global Virtual Network Peering",
    meterName: `${sameRegion ? "Intra" : "Inter"}-Region ${way}`,
    location: sameRegion ? "Global" : zoneOf(side, from, to),
    unit: "GB",
    quantity: gigabytes,
    label: `${from.name} to ${to.name}, ${way === "Egress" ? "leaving" : "entering"} ${side.name}`,
  });
  return [meter(from, "Egress"), meter(to, "Ingress")];
}

/** Without both regions it is not known whether the peering is global, and so neither is the meter. */
function zoneOf(side: Side, from: Side, to: Side): string | undefined {
  if (from.region === undefined || to.region === undefined || side.region === undefined) return undefined;
  return billingZones.value[side.region];
}
