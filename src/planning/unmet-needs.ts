import type { Claim, Claims } from "../model/claims.ts";
import type { Reason } from "../model/decision.ts";
import type { Needs } from "../model/needs.ts";

/** The needs that a kind does not meet, each with the fact that says so. Empty: it meets them all. */
export function unmetNeeds(needs: Needs, claims: Claims): readonly Reason[] {
  const unmet: Reason[] = [];
  const demand = (what: string, isMet: boolean, claim: Claim<unknown>) => {
    if (!isMet) unmet.push({ text: `${what} is asked for. ${claim.says}`, source: claim.source });
  };
  const { encryption, internet, bandwidth, latency, leadTime, sla, resilience, inspect } = needs;

  if (encryption?.value === "betweenNetworks") {
    demand("Encryption between networks", claims.encryption.value === "betweenNetworks", claims.encryption);
  }
  if (encryption?.value !== "byApplication" && claims.crossesInternet.value !== false) {
    demand("Encryption across the internet", claims.encryption.value === "betweenNetworks", claims.encryption);
  }
  if (internet) demand("To stay off the internet", claims.crossesInternet.value === false, claims.crossesInternet);
  if (bandwidth) {
    const { atLeastMbps, guaranteed } = bandwidth.value;
    demand(`${formatMbps(atLeastMbps)} at least`, (claims.bandwidthMbps.value ?? 0) >= atLeastMbps, claims.bandwidthMbps);
    if (guaranteed) demand("Guaranteed bandwidth", claims.bandwidthIsGuaranteed.value === true, claims.bandwidthIsGuaranteed);
  }
  if (sla) demand(`An SLA of ${sla.value}%`, (claims.sla.value ?? 0) >= sla.value, claims.sla);
  if (latency && claims.latencyMs.value !== undefined) {
    demand(`A round trip of ${latency.value.atMostMs} ms at most`, claims.latencyMs.value <= latency.value.atMostMs, claims.latencyMs);
  }
  if (leadTime) {
    const days = leadTime.value.atMostDays;
    demand(`To be ready within ${formatDays(days)}`, (claims.leadTimeDays.value ?? Infinity) <= days, claims.leadTimeDays);
  }
  if (resilience) {
    demand(`To survive the loss of a ${resilience.value}`, claims.resilience.value?.includes(resilience.value) === true, claims.resilience);
  }
  if (inspect) {
    unmet.push({ text: "Inspection by a firewall is asked for, and Isthmus cannot plan a firewall yet." });
  }
  return unmet;
}

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

export function formatMbps(mbps: number): string {
  return mbps >= 1000 ? `${mbps / 1000} Gbps` : `${mbps} Mbps`;
}

function formatDays(days: number): string {
  return days === 1 ? "a day" : `${Number(days.toFixed(2))} days`;
}
