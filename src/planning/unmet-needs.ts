import type { Claim, Claims } from "../model/claims.ts";
import type { Reason } from "../model/decision.ts";
import type { Needs } from "../model/needs.ts";
import type { Origin } from "../source/origin.ts";

/** Why a kind is ruled out, and where a person asked for what it cannot do. */
export interface Objection {
  readonly reason: Reason;
  readonly origin?: Origin;
  /** The need that is not met, where it is one. */
  readonly need?: keyof Needs;
}

/** The needs that a kind does not meet, each with the fact that says so. Empty: it meets them all. */
export function unmetNeeds(needs: Needs, claims: Claims): readonly Objection[] {
  const unmet: Objection[] = [];
  const demand = (need: keyof Needs, what: string, isMet: boolean, claim: Claim<unknown>) => {
    const reason = { text: `${what} is asked for. ${claim.says}`, source: claim.source };
    const asked = needs[need];
    if (!isMet) unmet.push({ reason, need, ...(asked ? { origin: asked.origin } : {}) });
  };
  const { encryption, internet, bandwidth, latency, leadTime, sla, resilience, inspect } = needs;
  const encrypts = claims.encryption.value === "betweenNetworks";

  if (encryption?.value === "betweenNetworks")
    demand("encryption", "Encryption between networks", encrypts, claims.encryption);
  else if (encryption?.value !== "byApplication" && claims.crossesInternet.value !== false) {
    demand("encryption", "Encryption across the internet", encrypts, claims.encryption);
  }
  if (internet)
    demand(
      "internet",
      "To stay off the internet",
      claims.crossesInternet.value === false,
      claims.crossesInternet,
    );
  if (bandwidth) {
    const { atLeastMbps, guaranteed } = bandwidth.value;
    demand(
      "bandwidth",
      `${formatMbps(atLeastMbps)} at least`,
      (claims.bandwidthMbps.value ?? 0) >= atLeastMbps,
      claims.bandwidthMbps,
    );
    const isGuaranteed = claims.bandwidthIsGuaranteed.value === true;
    if (guaranteed) demand("bandwidth", "Guaranteed bandwidth", isGuaranteed, claims.bandwidthIsGuaranteed);
  }
  if (sla) demand("sla", `An SLA of ${sla.value}%`, (claims.sla.value ?? 0) >= sla.value, claims.sla);
  if (latency && claims.latencyMs.value !== undefined) {
    const { atMostMs } = latency.value;
    demand(
      "latency",
      `A round trip of ${atMostMs} ms at most`,
      claims.latencyMs.value <= atMostMs,
      claims.latencyMs,
    );
  }
  if (leadTime) {
    const { atMostDays } = leadTime.value;
    const isSoon = (claims.leadTimeDays.value ?? Number.POSITIVE_INFINITY) <= atMostDays;
    demand("leadTime", `To be ready within ${formatDays(atMostDays)}`, isSoon, claims.leadTimeDays);
  }
  if (resilience) {
    const survives = claims.resilience.value?.includes(resilience.value) === true;
    demand("resilience", `To survive the loss of ${LOSSES[resilience.value]}`, survives, claims.resilience);
  }
  if (inspect) {
    const text = "Inspection by a firewall is asked for, and Isthmus cannot plan a firewall yet.";
    unmet.push({ reason: { text }, need: "inspect", origin: inspect.origin });
  }
  return unmet;
}

const LOSSES: Readonly<Record<NonNullable<Needs["resilience"]>["value"], string>> = {
  instance: "an instance",
  zone: "a zone",
  device: "a device",
  circuit: "a circuit",
  peeringLocation: "a peering location",
  region: "a region",
};

/** What was asked, is met as far as is known, and cannot be confirmed by a figure. */
export function unconfirmedNeeds(needs: Needs, claims: Claims): readonly Reason[] {
  const { latency } = needs;
  if (!latency || claims.latencyMs.value !== undefined) return [];
  return [
    {
      text: `A round trip of ${latency.value.atMostMs} ms at most is asked for and cannot be confirmed. ${claims.latencyMs.says}`,
      source: claims.latencyMs.source,
    },
  ];
}

function formatMbps(mbps: number): string {
  return mbps >= 1000 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`;
}

function formatDays(days: number): string {
  return days === 1 ? "a day" : `${Number(days.toFixed(2))} days`;
}
