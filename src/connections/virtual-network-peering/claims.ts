import { peeringOverview } from "../../azure/peering.ts";
import { regionLatency, roundTripMs } from "../../azure/region-latency.ts";
import type { Claim, Claims } from "../../model/claims.ts";
import type { Wish } from "../../model/connection-kind.ts";

const OVERVIEW = peeringOverview.source;

export function claimsOf(wish: Wish): Claims {
  return {
    encryption: {
      value: "none",
      says: "VNet peering does not encrypt: packets stay on Microsoft's backbone, in the clear.",
      source: OVERVIEW,
    },
    crossesInternet: {
      value: false,
      says: "Traffic between peered virtual networks stays on Microsoft's backbone and never crosses the internet.",
      source: OVERVIEW,
    },
    bandwidthMbps: {
      value: Number.POSITIVE_INFINITY,
      says: "VNet peering adds no bandwidth limit of its own: the size of the virtual machines sets it.",
      source: OVERVIEW,
    },
    bandwidthIsGuaranteed: {
      value: true,
      says: "VNet peering has no gateway to share and no internet to cross.",
      source: OVERVIEW,
    },
    sla: {
      value: 100,
      says: "No gateway and no circuit stands on the path, so no SLA of one can fall short; peering has none of its own.",
      source: OVERVIEW,
    },
    latencyMs: latencyOf(wish),
    leadTimeDays: {
      value: 0,
      says: "A peering is there seconds after both halves are written.",
      source: OVERVIEW,
    },
    resilience: {
      value: ["instance", "zone"],
      says: "A peering is part of the network fabric: there is no instance and no zone of it that can fail.",
      source: OVERVIEW,
    },
  };
}

function latencyOf(wish: Wish): Claim<number> {
  const [from, to] = wish.ends.map((end) => (end.type === "virtualNetwork" ? end.network.region : undefined));
  const source = regionLatency.source;
  if (from !== undefined && from === to) {
    return {
      says: "Within a region peering adds nothing to the latency of the network itself.",
      source: OVERVIEW,
    };
  }
  const value = from !== undefined && to !== undefined ? roundTripMs(from, to) : undefined;
  if (value === undefined) return { says: "No round trip is published for these two regions.", source };

  return { value, says: `Between ${from} and ${to} the median round trip is ${value} ms.`, source };
}
