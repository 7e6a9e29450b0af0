import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { HostGap } from "../gateway-hosts/host-choice.ts";
import type { Transit } from "../transit/plan-transits.ts";

/** Which gateways and circuits the design has, where, and for whom. */
export interface GatewayPlan {
  /** The network whose gateway a network uses; networks without demands are not in it. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly facilities: readonly SizedFacility[];
  readonly demandsOf: ReadonlyMap<Wish, readonly Demand[]>;
  /** Pairs that nobody asked to connect, and that a network needs to use its host's gateway. */
  readonly addedPairs: readonly { readonly network: string; readonly host: string }[];
  /** What goes through these gateways from outside Azure to outside Azure. */
  readonly transits: readonly Transit[];
  readonly method: "exact" | "greedy";
  readonly gap?: HostGap;
  readonly diagnostics: readonly Diagnostic[];
}

export const noGateways: GatewayPlan = {
  hosts: new Map(),
  facilities: [],
  demandsOf: new Map(),
  addedPairs: [],
  transits: [],
  method: "exact",
  diagnostics: [],
};
