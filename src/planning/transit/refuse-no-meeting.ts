import { vpnGatewayTransit } from "../../azure/vpn-gateway-bgp.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import { originWithin } from "../../source/origin.ts";
import type { Access } from "./accesses.ts";

/** The ends come in at no common network, or not at the one that the file names. */
export function refuseNoMeeting(wish: Wish, from: readonly Access[], to: readonly Access[]): Refusal {
  const [a, b] = wish.ends;
  const lost = [...(from.length === 0 ? [a.name] : []), ...(to.length === 0 ? [b.name] : [])];
  if (lost.length > 0) {
    const are = lost.length === 1 ? "is" : "are";
    return {
      because: `${lost.join(" and ")} ${are} connected to no virtual network of this file, and Azure passes on only what comes in at a gateway.`,
      source: vpnGatewayTransit.source,
      waysOut: [`Connect ${a.name} and ${b.name} to one virtual network, with BGP.`],
    };
  }
  const places = `${a.name} comes in at ${hostsOf(from)}, and ${b.name} at ${hostsOf(to)}`;
  const isAtOther =
    wish.via !== undefined && from.some(({ host }) => to.some((other) => other.host === host));
  if (isAtOther) {
    return {
      because: `via asks for ${wish.via}, and ${places}.`,
      waysOut: ["Remove via."],
      origin: originWithin(wish.origin, "via"),
    };
  }
  return {
    because: `${places}: a gateway passes on only what meets at it, and Isthmus joins no sites over several gateways.`,
    source: vpnGatewayTransit.source,
    waysOut: [`Connect ${a.name} and ${b.name} through the gateway of one virtual network.`],
  };
}

function hostsOf(accesses: readonly Access[]): string {
  return [...new Set(accesses.map(({ host }) => host))].sort().join(", ");
}
