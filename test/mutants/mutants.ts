import { gatewayMutants } from "./gateway-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { packetMutants } from "./packet-mutants.ts";
import { routingMutants } from "./routing-mutants.ts";
import { topologyMutants } from "./topology-mutants.ts";

export const mutants: readonly Mutant[] = [
  ...routingMutants,
  ...packetMutants,
  ...topologyMutants,
  ...gatewayMutants,
];
