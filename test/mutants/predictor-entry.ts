/** What a mutant is bundled from: the prediction, from an estate to a trace. */
export { formatPrefix, parseAddress } from "../../src/ip/index.ts";
export { decidingRoutes } from "../../src/lab/deciding-routes.ts";
export { verdictOf } from "../../src/lab/verdict-of.ts";
export { indexEstate } from "../../src/model/estate-index.ts";
export { createForwardingRoutes, createTracer, createUp, solveSessions } from "../../src/routing/index.ts";
export { buildTopology } from "../../src/topology/index.ts";
