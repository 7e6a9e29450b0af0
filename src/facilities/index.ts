import type { FacilityType } from "../model/facility-type.ts";
import { expressRouteCircuit } from "./expressroute-circuit/index.ts";
import { expressRouteGateway } from "./expressroute-gateway/index.ts";
import { routeServer } from "./route-server/index.ts";
import { vpnGateway } from "./vpn-gateway/index.ts";

/** What several connections share. A new one is a folder beside these and one line here. */
export const facilityTypes: readonly FacilityType[] = [
  vpnGateway,
  expressRouteGateway,
  expressRouteCircuit,
  routeServer,
];
