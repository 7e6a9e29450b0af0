import type { Wish } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import { findEnd } from "../../model/find-end.ts";
import { gatewayLosses } from "../../model/gateway-losses.ts";
import { settingsOf } from "./settings.ts";

/** One VPN gateway that lets the users in: its pool, protocols and authentication are properties of it. */
export function demandsOf(wish: Wish, hostOf: (network: string) => string): readonly Demand[] {
  const network = findEnd(wish, "virtualNetwork");
  const users = findEnd(wish, "p2sUsers")?.users;
  if (!network || !users) return [];

  const { protocols } = settingsOf(wish);
  const bandwidth = wish.needs.bandwidth?.value.atLeastMbps;
  return [
    {
      facility: "vpn-gateway",
      at: { virtualNetwork: hostOf(network.name) },
      asks: {
        users: {
          group: users.name,
          count: users.count,
          maxConcurrent: users.maxConcurrent,
          os: users.os,
          ...(users.authentication === undefined ? {} : { authentication: users.authentication }),
          addressPool: users.addressPool.map(({ text }) => text),
          ...(protocols === undefined ? {} : { protocols }),
        },
        ...(bandwidth === undefined ? {} : { bandwidthMbps: bandwidth }),
        ...gatewayLosses(wish.needs),
        ...(wish.sku === undefined ? {} : { sku: wish.sku }),
      },
      usedBy: wish.name,
    },
  ];
}
