import type { Rule } from "../../model/rule.ts";
import { missingGatewayBypass } from "./missing-gateway-bypass.ts";
import { unknownCircuit } from "./unknown-circuit.ts";
import { unsupportedFastPath } from "./unsupported-fast-path.ts";

/** What can be wrong between a gateway and a circuit. A new rule is a file and a page beside these, and one line here. */
export const expressRouteConnectionRules: readonly Rule[] = [
  missingGatewayBypass,
  unknownCircuit,
  unsupportedFastPath,
];
