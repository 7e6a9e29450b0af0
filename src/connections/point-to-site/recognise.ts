import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { P2sUsers } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { networkOrGateway } from "../../model/gateway-end.ts";
import { keyOf } from "../../model/resource-id.ts";
import {
  allVpnClientConfigurations,
  usersOf,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";
import { metersOf } from "./meters.ts";

/** One connection for each group of users that a gateway lets in; one for the gateway where nobody says who they are. */
export function recognisePointToSite(estate: EstateIndex): readonly RecognisedConnection[] {
  return allVpnClientConfigurations(estate).flatMap((configuration) => {
    const groups = usersOf(configuration, estate);
    if (groups.length === 0) return connectionOf(configuration, undefined, groups, estate);
    return groups.map((users) => connectionOf(configuration, users, groups, estate));
  });
}

function connectionOf(
  configuration: VpnClientConfiguration,
  users: P2sUsers | undefined,
  groups: readonly P2sUsers[],
  estate: EstateIndex,
): RecognisedConnection {
  const gateway = keyOf(configuration.resource.id);
  return {
    kind: "point-to-site",
    ends: [networkOrGateway(gateway, estate), users?.name ?? gateway],
    resources: [gateway],
    label: "Point-to-Site VPN",
    state: "up",
    encrypted: true,
    crossesInternet: true,
    meters: (traffic) => metersOf(configuration, users, groups, traffic),
  };
}
