import type { Egress } from "../model/topology.ts";

/** Of a site's machines, and of what Azure sends to its routers to reach the internet: forced tunnelling. */
export const siteEgress: Egress = { by: "the site's own internet access" };
