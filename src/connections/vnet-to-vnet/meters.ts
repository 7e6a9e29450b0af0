import { billingZones } from "../../azure/billing-zones.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { GatewayConnection } from "../../model/gateway-connection.ts";
import { networkOrGateway, regionOf } from "../../model/gateway-end.ts";
import type { Meter } from "../../model/meter.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import type { Traffic } from "../../model/needs.ts";
import type { ResourceId } from "../../model/resource.ts";
import { tunnelHours } from "../../model/vpn-meters.ts";

/** Each connection by the hour; a gigabyte only between regions, to the side that it leaves. */
export function metersOf(
  [from, to]: readonly [ResourceId, ResourceId],
  connections: readonly GatewayConnection[],
  traffic: Traffic | undefined,
  estate: EstateIndex,
): readonly Meter[] {
  const [near, far] = [sideOf(from, estate), sideOf(to, estate)];
  const tunnels = connections.map(({ name, resource, virtualNetworkGateway1 }) => {
    const side = virtualNetworkGateway1 === from ? near : far;
    return tunnelHours(name, regionOf(resource) ?? side.region);
  });
  if (near.region !== undefined && near.region === far.region) return tunnels;
  return [...tunnels, outbound(near, far, traffic?.there), outbound(far, near, traffic?.back)];
}

interface Side {
  readonly name: string;
  readonly region: string | undefined;
}

function sideOf(gateway: ResourceId, estate: EstateIndex): Side {
  const network = networkOrGateway(gateway, estate);
  return {
    name: estate.find(network)?.name ?? nameOfId(network),
    region: regionOf(estate.find(gateway)) ?? regionOf(estate.find(network)),
  };
}

/** Without both regions it is not known whether anything is billed, and so neither is by which zone. */
function outbound(from: Side, to: Side, gigabytes: number | undefined): Meter {
  const isKnown = from.region !== undefined && to.region !== undefined;
  return {
    serviceName: "VPN Gateway",
    productName: "VPN Gateway Bandwidth",
    meterName: "Inter-Virtual Network Data Transfer Out",
    location: isKnown ? billingZones.value[from.region] : undefined,
    unit: "GB",
    quantity: gigabytes,
    label: `${from.name} to ${to.name}, leaving ${from.name}`,
  };
}
