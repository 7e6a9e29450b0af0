import type { Rule } from "../../model/rule.ts";
import { exceedsBandwidthLimit } from "./exceeds-bandwidth-limit.ts";
import { insecureLink } from "./insecure-link.ts";
import { unusedLink } from "./unused-link.ts";

/** What can be wrong with a port of ExpressRoute Direct. A new rule is a file and a page beside these, and one line here. */
export const expressRoutePortRules: readonly Rule[] = [exceedsBandwidthLimit, insecureLink, unusedLink];
