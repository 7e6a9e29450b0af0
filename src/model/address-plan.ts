import type { Prefix } from "../ip/index.ts";
import type { VirtualNetworkIntent } from "./intent.ts";

/** Every network of the intent with the ranges it has, in the order of the file. */
export interface AddressPlan {
  /** What each region's planned networks are taken from, so that a region can be told by few prefixes. */
  readonly regionBlocks: readonly RegionBlock[];
  readonly networks: readonly NetworkPlan[];
  /** Of users whose pool nobody fixed; absent where there are none. */
  readonly clientPools?: readonly ClientPoolPlan[];
  /** What ranges of sites are translated into where nobody fixed it; absent where there are none. */
  readonly natRanges?: readonly NatRangePlan[];
}

export interface NatRangePlan {
  readonly site: string;
  /** The site's own range. */
  readonly internal: string;
  readonly region: string | undefined;
  readonly addressSpace: readonly PlannedRange[];
}

export interface ClientPoolPlan {
  readonly users: string;
  readonly region: string | undefined;
  readonly addressSpace: readonly PlannedRange[];
}

export interface RegionBlock {
  readonly region: string;
  readonly prefix: Prefix;
}

export interface NetworkPlan {
  readonly network: VirtualNetworkIntent;
  readonly addressSpace: readonly PlannedRange[];
  readonly subnets: readonly SubnetPlan[];
}

export interface SubnetPlan {
  readonly name: string;
  readonly addressPrefixes: readonly PlannedRange[];
}

/** `given`: a person fixed it. `planned`: Isthmus chose it, now or before. */
export interface PlannedRange {
  readonly prefix: Prefix;
  readonly from: "given" | "planned";
}
