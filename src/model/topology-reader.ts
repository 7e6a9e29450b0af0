import type { EstateIndex } from "./estate-index.ts";
import type { TopologyPart } from "./topology.ts";

/**
 * One for each ARM type, and one for each companion that ARM cannot say (sites, provider routers, client VPN users).
 * It answers the parts that its resources alone are; what joins two resources belongs to the one that names the other.
 */
export interface TopologyReader {
  /** An ARM type, or the estate's word for a companion: `sites`. */
  readonly reads: string;
  read(estate: EstateIndex): Iterable<TopologyPart>;
}
