export { createEffectiveRoutes, effectiveRoutes } from "./effective-routes.ts";
export {
  type AskedGateway,
  advertisedRoutes,
  bgpPeers,
  gatewayBgpPeers,
  gatewayLearnedRoutes,
  learnedRoutes,
} from "./gateway-routes.ts";
export { reach } from "./reach/reach.ts";
export { solveSessions } from "./solve-sessions.ts";
export type { Solved } from "./solved.ts";
export { createTracer, type Tracer } from "./trace.ts";
export { createUp } from "./up.ts";
