import type { FacilityType } from "../../model/facility-type.ts";
import { buildRouteServer } from "./build.ts";
import { demandsInTurn } from "./demands-in-turn.ts";
import { recogniseRouteServers } from "./recognise.ts";
import { sizeRouteServer } from "./size.ts";

/** What passes routes between the VPN gateway and the ExpressRoute gateway of one network. */
export const routeServer: FacilityType = {
  name: "route-server",
  title: "Route Server",
  joinsGateways: true,
  demandsInTurn,
  size: sizeRouteServer,
  build: buildRouteServer,
  recognise: recogniseRouteServers,
};
