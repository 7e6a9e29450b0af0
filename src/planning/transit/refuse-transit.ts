import { vpnGatewayAbout } from "../../azure/gateways.ts";
import { routeServerLeavesUsersApart } from "../../azure/route-server.ts";
import { expressRouteIsNoTransit, usersBehindTunnels } from "../../azure/transit.ts";
import { vpnGatewayTransit } from "../../azure/vpn-gateway-bgp.ts";
import { equals } from "../../ip/index.ts";
import type { ValidRange } from "../../model/address-range.ts";
import type { End, Refusal } from "../../model/connection-kind.ts";
import type { SiteIntent } from "../../model/intent.ts";
import type { Access } from "./accesses.ts";

/** Why two that come in at one network do not reach each other through it; `undefined` where they do. */
export function refuseTransit(a: Access, b: Access): Refusal | undefined {
  const both = [a, b];
  const users = both.find(({ routes }) => routes.by === "client");
  const circuits = both.filter(({ routes }) => routes.medium === "circuit");
  const [circuit] = circuits;
  if (circuits.length === 2) return refuseCircuits(a, b);
  if (users && circuit) return refuseUsers(users, circuit);

  const silent = both.find(({ routes }) => routes.by === "static");
  return silent ? refuseStatic(silent, users) : (refuseSameAsn(a, b) ?? refuseSameRange(a.end, b.end));
}

function refuseCircuits(a: Access, b: Access): Refusal {
  return {
    because: `${a.end.name} and ${b.end.name} both come in at ${a.host} by ${a.kind.title}. ${expressRouteIsNoTransit.value}`,
    source: expressRouteIsNoTransit.source,
    waysOut: [
      "Join the two circuits by Global Reach, which Isthmus does not plan, and take this out of the file.",
    ],
  };
}

function refuseUsers(users: Access, circuit: Access): Refusal {
  return {
    because: `${circuit.end.name} comes in at ${circuit.host} by ${circuit.kind.title}. ${routeServerLeavesUsersApart.value}`,
    source: routeServerLeavesUsersApart.source,
    waysOut: [`Let ${users.end.name} reach ${circuit.end.name} by a VPN of the site's own.`],
  };
}

function refuseStatic({ end, wish, host }: Access, users: Access | undefined): Refusal {
  const { value, source } = users ? usersBehindTunnels : vpnGatewayTransit;
  const without = end.type === "site" && end.site.vpnDevices.some(({ asn }) => asn === undefined);
  return {
    because: `${wish.name} runs without BGP, so nothing is passed on through the gateway of ${host}. ${value}`,
    source,
    waysOut: [
      without
        ? `Give every VPN device of ${end.name} its asn.`
        : `Remove bgp from the settings of ${wish.name}.`,
    ],
  };
}

/** How BGP prevents loops everywhere (RFC 4271, 9.1.2); no page of Azure's says that its gateways differ. */
function refuseSameAsn(a: Access, b: Access): Refusal | undefined {
  const shared = a.routes.asns.find((asn) => b.routes.asns.includes(asn));
  if (shared === undefined) return undefined;
  return {
    because: `${a.end.name} and ${b.end.name} both have the ASN ${shared}, and BGP drops a route that already holds the receiver's own ASN: neither would hear of the other.`,
    waysOut: [`Give ${b.end.name} another ASN.`],
  };
}

/** Of two equal ranges each site takes its own for the other's; one within the other is no obstacle in Azure. */
function refuseSameRange(a: End, b: End): Refusal | undefined {
  if (a.type !== "site" || b.type !== "site") return undefined;

  const same = sameRange(a.site, b.site) ?? sameRange(b.site, a.site);
  if (!same) return undefined;
  return {
    because: `${a.name} and ${b.name} both use ${same.text}, and each would take it for its own.`,
    source: vpnGatewayAbout.source,
    waysOut: [`Give ${b.name} another range, or give both of them nat.`],
    origin: same.origin,
  };
}

/** A range at which one is seen from outside, and which the other has at home. What NAT plans is clear of everything. */
function sameRange(seen: SiteIntent, home: SiteIntent): ValidRange | undefined {
  const ranges = seen.nat ? (seen.nat.addressSpace ?? []) : seen.addressSpace;
  return ranges.find((one) => home.addressSpace.some((other) => equals(one.prefix, other.prefix)));
}
