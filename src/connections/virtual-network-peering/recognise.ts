import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { VirtualNetwork } from "../../model/virtual-network.ts";
import { counterpartOf, firstHalves } from "./halves.ts";
import { metersOf } from "./meters.ts";
import type { Peering } from "./peering.ts";

/** One connection for each pair of halves, and one for each half that is alone. */
export function recognisePeerings(estate: EstateIndex): readonly RecognisedConnection[] {
  return firstHalves(estate).flatMap((half) => {
    const other = counterpartOf(half, estate);
    return half.local ? [connectionOf(half, other, half.local, half.remoteId)] : [];
  });
}

function connectionOf(
  half: Peering,
  other: Peering | undefined,
  local: VirtualNetwork,
  remoteId: string,
): RecognisedConnection {
  const remote = half.remote;
  const global = local.region !== undefined && remote?.region !== undefined && local.region !== remote.region;
  return {
    kind: "virtual-network-peering",
    ends: [keyOf(local.resource.id), keyOf(remoteId)],
    resources: [half, other].flatMap((peering) => (peering ? [keyOf(peering.resource.id)] : [])),
    label: `${global ? "global " : ""}${half.peerCompleteVnets ? "" : "subnet "}peering`,
    state: stateOf(half, other),
    encrypted: false,
    crossesInternet: false,
    meters: (traffic) => metersOf(local, remote, traffic),
  };
}

function stateOf(half: Peering, other: Peering | undefined): RecognisedConnection["state"] {
  const halves = [half, ...(other ? [other] : [])];
  if (halves.some(({ peeringState }) => peeringState?.toLowerCase() === "disconnected")) return "down";
  if (!other) return half.remote ? "down" : "partial";
  return halves.every(({ allowVirtualNetworkAccess }) => allowVirtualNetworkAccess !== false)
    ? "up"
    : "partial";
}
