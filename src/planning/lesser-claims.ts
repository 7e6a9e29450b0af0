import type { Claim, Claims } from "../model/claims.ts";

/** What two ways can do of which one runs over the other: of each the lesser, but encryption, which one of them brings. */
export function lesserClaims(carrier: Claims, tunnels: Claims): Claims {
  return {
    encryption: tunnels.encryption,
    crossesInternet:
      carrier.crossesInternet.value === false ? tunnels.crossesInternet : carrier.crossesInternet,
    bandwidthMbps: smaller(carrier.bandwidthMbps, tunnels.bandwidthMbps),
    bandwidthIsGuaranteed:
      carrier.bandwidthIsGuaranteed.value === true
        ? tunnels.bandwidthIsGuaranteed
        : carrier.bandwidthIsGuaranteed,
    sla: smaller(carrier.sla, tunnels.sla),
    latencyMs: larger(carrier.latencyMs, tunnels.latencyMs),
    leadTimeDays: larger(carrier.leadTimeDays, tunnels.leadTimeDays),
    resilience: inBoth(carrier.resilience, tunnels.resilience),
  };
}

/** What is not known is nothing to build on. */
function smaller(a: Claim<number>, b: Claim<number>): Claim<number> {
  return (a.value ?? Number.NEGATIVE_INFINITY) <= (b.value ?? Number.NEGATIVE_INFINITY) ? a : b;
}

function larger(a: Claim<number>, b: Claim<number>): Claim<number> {
  return (a.value ?? Number.POSITIVE_INFINITY) >= (b.value ?? Number.POSITIVE_INFINITY) ? a : b;
}

function inBoth(a: Claim<readonly string[]>, b: Claim<readonly string[]>): Claim<readonly string[]> {
  const value = (a.value ?? []).filter((loss) => b.value?.includes(loss));
  const { says, source } = value.length < (a.value ?? []).length ? b : a;
  return { value, says, source };
}
