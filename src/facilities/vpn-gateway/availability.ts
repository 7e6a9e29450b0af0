import { activeActiveVpnGateway } from "../../azure/active-active-vpn-gateway.ts";
import { regions } from "../../azure/regions.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { Candidate } from "./candidate.ts";
import type { Requirement } from "./requirement.ts";

/** A region without zones has none to survive. */
export function refuseZones(
  network: string,
  region: string | undefined,
  asked: Requirement,
): Refusal | undefined {
  if (!asked.survives.has("zone") || zonesOf(region) !== false) return undefined;
  return {
    because: `The loss of a zone must be survived, and ${region}, where ${network} is, has no availability zones.`,
    source: regions.source,
    waysOut: [
      `Put ${network} in a region that has availability zones.`,
      "Ask for the loss of an instance to be survived.",
    ],
  };
}

/** What becomes of the gateway's instances and zones. */
export function availabilityOf(
  { sku, tunnelsPerConnection, features }: Candidate,
  region: string | undefined,
  asked: Requirement,
): readonly Reason[] {
  if (tunnelsPerConnection === 1) {
    const text = `${sku} runs active-standby in no zone: when its instance fails, connections break until the other takes over.`;
    return [{ text, source: activeActiveVpnGateway.source }];
  }
  const tunnels = asked.tunnels * tunnelsPerConnection;
  const twice =
    asked.tunnels === 0
      ? ""
      : ` Each instance makes a tunnel for each connection: ${asked.tunnels} asked for ${asked.tunnels === 1 ? "is" : "are"} ${tunnels} on the gateway.`;
  return [
    {
      text: `Active-active: both instances carry traffic, and one goes on without the other; it costs its further public IP addresses and nothing else.${twice}`,
      source: activeActiveVpnGateway.source,
    },
    ...(features.zoneRedundant ? [zoneReason(region)] : []),
  ];
}

function zoneReason(region: string | undefined): Reason {
  const zones = zonesOf(region);
  const { source } = regions;
  if (zones === false) {
    return {
      text: `${region} has no availability zones: the gateway stands in the region as a whole.`,
      source,
    };
  }
  const text = zones
    ? `Its instances and addresses stand in different availability zones of ${region}.`
    : `Whether ${region ?? "the region"} has availability zones is not known: the template asks for them.`;
  return { text, source };
}

/** `undefined` where no page says. */
export function zonesOf(region: string | undefined): boolean | undefined {
  return (region === undefined ? undefined : regions.value[region]?.availabilityZones) ?? undefined;
}
