import type { BgpPeerStatus, EffectiveRoute, GatewayRoute } from "../model/effective-route.ts";
import { columns } from "./columns.ts";
import type { Style } from "./paint.ts";

/** Columns as `az … -o table` has them, so that both can lie side by side. */

export function effectiveRouteLines(rows: readonly EffectiveRoute[], style: Style): readonly string[] {
  return table(
    ["Source", "State", "Address Prefix", "Next Hop Type", "Next Hop IP"],
    rows.map((row) => [
      row.source,
      row.state,
      row.addressPrefix,
      row.nextHopType,
      row.nextHopIpAddress.join(", "),
    ]),
    style,
  );
}

export function gatewayRouteLines(rows: readonly GatewayRoute[], style: Style): readonly string[] {
  return table(
    ["Network", "Origin", "SourcePeer", "AsPath", "Weight", "NextHop"],
    rows.map((row) => [
      row.network,
      row.origin,
      row.sourcePeer ?? "",
      row.asPath,
      String(row.weight),
      row.nextHop ?? "",
    ]),
    style,
  );
}

export function peerLines(rows: readonly BgpPeerStatus[], style: Style): readonly string[] {
  return table(
    ["Neighbor", "ASN", "State", "RoutesReceived", "LocalAddress"],
    rows.map((row) => [
      row.neighbor ?? "",
      String(row.asn),
      row.state,
      String(row.routesReceived),
      row.localAddress ?? "",
    ]),
    style,
  );
}

function table(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  style: Style,
): readonly string[] {
  const widths = titles.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const [first = "", second = "", ...others] = columns(
    [titles, widths.map((width) => "-".repeat(width)), ...rows],
    "",
  );
  return [style.bold(first), style.dim(second), ...others];
}
