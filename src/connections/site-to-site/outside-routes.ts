import type { Wish } from "../../model/connection-kind.ts";
import { findEnd } from "../../model/find-end.ts";
import type { OutsideRoutes } from "../../model/outside-routes.ts";
import { usesBgp } from "./settings.ts";

export function outsideRoutesOf(wish: Wish): OutsideRoutes {
  const devices = findEnd(wish, "site")?.site.vpnDevices ?? [];
  if (!usesBgp(wish)) return { medium: "tunnel", by: "static", asns: [] };
  return { medium: "tunnel", by: "bgp", asns: devices.flatMap(({ asn }) => asn ?? []) };
}
