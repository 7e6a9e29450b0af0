import type { ConnectionKind } from "../../model/connection-kind.ts";
import { buildConnections } from "./build.ts";
import { claimsOf } from "./claims.ts";
import { demandsOf, withTunnels } from "./demands.ts";
import { notesOnExpressRoute } from "./notes.ts";
import { recogniseExpressRoute } from "./recognise.ts";
import { refuseExpressRoute } from "./refuse.ts";

const plain: ConnectionKind = {
  name: "expressroute",
  title: "ExpressRoute",
  joins: ["virtualNetwork", "site"],
  gateway: "ownOrPeers",
  claims: claimsOf,
  refuse: refuseExpressRoute,
  notes: notesOnExpressRoute,
  outsideRoutes: () => ({ medium: "circuit", by: "bgp", asns: [] }),
  demands: demandsOf,
  build: buildConnections,
  recognise: recogniseExpressRoute,
  rules: [],
};

/** A virtual network and a site, joined by a private circuit, through a provider or on ports of their own. */
export const expressRoute: ConnectionKind = {
  ...plain,
  carriesTunnels: { ...plain, demands: (wish, hostOf) => demandsOf(wish, hostOf).map(withTunnels) },
};
