export { changedPrefixes } from "./changed-prefixes.ts";
export { createEffectiveRoutes, effectiveRoutes } from "./effective-routes.ts";
export { createForwardingRoutes } from "./forwarding-routes.ts";
export {
  type AskedGateway,
  advertisedRoutes,
  bgpPeers,
  gatewayBgpPeers,
  gatewayLearnedRoutes,
  learnedRoutes,
} from "./gateway-routes.ts";
export { reach } from "./reach/reach.ts";
export { createRetracer, type Heard, type Remembered, type Retracer, type Retracing } from "./retrace.ts";
export { solveAgain } from "./solve-again.ts";
export { solveSessions } from "./solve-sessions.ts";
export type { Solved } from "./solved.ts";
export { createTracer, type Tracer } from "./trace.ts";
export { createUp, type Up } from "./up.ts";
export { worstOutcome } from "./worst-outcome.ts";
