import type { FacilityType } from "../../model/facility-type.ts";
import { buildGateway } from "./build.ts";
import { recogniseGateways } from "./recognise.ts";
import { sizeGateway } from "./size.ts";

/** What links a virtual network, and its peers by gateway transit, with circuits. */
export const expressRouteGateway: FacilityType = {
  name: "expressroute-gateway",
  title: "ExpressRoute gateway",
  size: sizeGateway,
  build: buildGateway,
  recognise: recogniseGateways,
};
