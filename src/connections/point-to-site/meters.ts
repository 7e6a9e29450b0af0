import { hoursAMonth } from "../../azure/hours-a-month.ts";
import { includedVpnClientConnections } from "../../azure/point-to-site-included.ts";
import type { P2sUsers } from "../../model/estate.ts";
import { regionOf } from "../../model/gateway-end.ts";
import type { Meter } from "../../model/meter.ts";
import type { Traffic } from "../../model/needs.ts";
import type { VpnClientConfiguration } from "../../model/vpn-client-configuration.ts";
import { outboundData } from "../../model/vpn-meters.ts";

/** As if all who may connect at once did so all month: a bound, for nobody says how long they stay. */
export function metersOf(
  { resource, name }: VpnClientConfiguration,
  users: P2sUsers | undefined,
  groups: readonly P2sUsers[],
  traffic: Traffic | undefined,
): readonly Meter[] {
  const who = users?.name ?? "users";
  const region = regionOf(resource);
  const billed = users && billedConnections(users, groups);
  return [
    {
      serviceName: "VPN Gateway",
      productName: "VPN Gateway",
      meterName: "P2S Connection",
      location: region,
      unit: "hour",
      quantity: billed === undefined ? undefined : billed * hoursAMonth.value,
      label:
        billed === undefined
          ? `connections of ${who} at ${name} beyond those included`
          : `${billed} connections of ${who} at ${name} beyond those included, at most`,
    },
    outboundData(`${name} to ${who}, leaving Azure`, region, traffic?.there),
  ];
}

/** What is included is the gateway's: those who come first in the estate use it up. */
function billedConnections(users: P2sUsers, groups: readonly P2sUsers[]): number {
  const before = groups
    .slice(0, groups.indexOf(users))
    .reduce((sum, { maxConcurrent }) => sum + maxConcurrent, 0);
  return beyondIncluded(before + users.maxConcurrent) - beyondIncluded(before);
}

function beyondIncluded(connections: number): number {
  return Math.max(0, connections - includedVpnClientConnections.value);
}
