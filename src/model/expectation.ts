import type { Origin } from "../source/origin.ts";
import type { Asked } from "./needs.ts";
import type { NodeId } from "./topology.ts";
import type { Flow } from "./trace.ts";

/** That one end reaches the other, or must not: what a prediction is held against. */
export interface Expectation {
  readonly from: ExpectedEnd;
  readonly to: ExpectedEnd;
  /** Where not: in either direction. */
  readonly reach: boolean;
  /** That `to` may begin as well. */
  readonly bothWays: boolean;
  readonly flow: Flow;
  /** `acrossInternet`: whatever crosses it; `betweenNetworks`: all that leaves a network. */
  readonly encrypted?: Asked<"acrossInternet" | "betweenNetworks">;
  readonly internet?: Asked<"forbidden">;
  readonly atLeastMbps?: Asked<number>;
  /** Who says so: a connection or an isolation of the intent, or a file of expectations. */
  readonly by: "connection" | "isolate" | "file";
  readonly origin: Origin;
}

export interface ExpectedEnd {
  /** As a person wrote it. */
  readonly name: string;
  /** Endpoints, or networks: then all of their subnets with room for hosts. */
  readonly nodes: readonly NodeId[];
}
