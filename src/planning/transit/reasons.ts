import { routesOfWindowsClients, usersBehindTunnels } from "../../azure/transit.ts";
import { vpnGatewayTransit } from "../../azure/vpn-gateway-bgp.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import { type Leg, legDoubts } from "./leg.ts";

/** Why it is served, by what, and what it adds. */
export function reasonsForTransit(
  wish: Wish,
  legs: readonly [Leg, Leg],
  relay: SizedFacility | undefined,
): readonly Reason[] {
  const [a, b] = legs.map(({ access }) => access);
  const ways = [a, b].flatMap((access) =>
    access ? [`${access.end.name} by ${access.kind.title} (${access.wish.name})`] : [],
  );
  return [
    { text: `Both come in at ${a?.host ?? ""}: ${ways.join(", ")}.` },
    ...(relay ? relay.because : passedOn(legs)),
    ...counted(wish),
    ...legs.flatMap(legDoubts),
  ];
}

function passedOn(legs: readonly [Leg, Leg]): readonly Reason[] {
  const users = legs.find(({ access }) => access.routes.by === "client");
  const facts = users ? [usersBehindTunnels, routesOfWindowsClients] : [vpnGatewayTransit];
  return [
    ...facts.map(({ value, source }) => ({ text: value, source })),
    { text: "Nothing is built for it alone: it takes the connections that are there." },
  ];
}

/** What passes through comes in once and leaves once. */
function counted({ needs: { bandwidth, traffic } }: Wish): readonly Reason[] {
  return [
    ...(bandwidth
      ? [{ text: "Its bandwidth is counted on both ways in, so twice at a gateway that both use." }]
      : []),
    ...(traffic
      ? [
          {
            text: "What its traffic costs where it leaves Azure is not in its price: count it on the ways in.",
          },
        ]
      : []),
  ];
}
