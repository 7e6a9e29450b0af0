import { expressRouteFaq, expressRouteSla, largestProviderCircuitMbps } from "../../azure/expressroute.ts";
import type { Claim } from "../../model/claims.ts";
import type { ConnectionKind, Wish } from "../../model/connection-kind.ts";

/** A virtual network and a site, joined by a private circuit through a provider. It is decided for and not yet planned. */
export const expressRoute: ConnectionKind = {
  name: "expressroute",
  title: "ExpressRoute",
  joins: ["virtualNetwork", "site"],
  rules: [],
  claims: (wish) => ({
    encryption: {
      value: "none",
      says: "A circuit is private and not encrypted by itself.",
      source: "https://learn.microsoft.com/azure/expressroute/expressroute-about-encryption",
    },
    crossesInternet: {
      value: false,
      says: "A circuit never touches the internet.",
      source: expressRouteFaq.source,
    },
    bandwidthMbps: {
      value: largestProviderCircuitMbps.value,
      says: `Circuits through a provider go up to ${largestProviderCircuitMbps.value / 1000} Gbps.`,
      source: largestProviderCircuitMbps.source,
    },
    bandwidthIsGuaranteed: {
      value: true,
      says: "A circuit has the bandwidth that was ordered.",
      source: expressRouteFaq.source,
    },
    sla: {
      value: expressRouteSla.value,
      says: `Circuit and gateway have an SLA of ${expressRouteSla.value}% with both sessions up; the last mile is not in it.`,
      source: expressRouteSla.source,
    },
    latencyMs: {
      says: "No round trip is published for a circuit; the provider knows it.",
      source: expressRouteFaq.source,
    },
    leadTimeDays: leadTimeOf(wish),
    resilience: {
      value: ["instance", "zone", "device", "circuit", "peeringLocation"],
      says: "Every circuit has two links; two circuits in two locations survive the loss of either.",
      source: expressRouteFaq.source,
    },
  }),
};

/** Only the site's own provider can say. */
function leadTimeOf(wish: Wish): Claim<number> {
  const days = wish.ends
    .flatMap((end) => (end.type === "site" ? end.site.circuits : []))
    .flatMap((circuit) => (circuit.existing === undefined ? (circuit.leadTimeDays ?? []) : 0));
  const source = expressRouteFaq.source;
  if (days.length === 0)
    return { says: "The site names no circuit and so no lead time; providers take weeks.", source };

  const value = Math.min(...days);
  return {
    value,
    says: value === 0 ? "A circuit is there already." : `The provider takes ${value} days.`,
    source,
  };
}
