import type { FacilityType } from "../../model/facility-type.ts";
import { buildCircuit } from "./build.ts";
import { recogniseCircuits } from "./recognise.ts";
import { sizeCircuit } from "./size.ts";

/** The line from a site to Microsoft, which all networks share that reach the site over it. */
export const expressRouteCircuit: FacilityType = {
  name: "expressroute-circuit",
  title: "ExpressRoute circuit",
  size: sizeCircuit,
  build: buildCircuit,
  recognise: recogniseCircuits,
};
