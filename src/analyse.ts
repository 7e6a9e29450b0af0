import { connectionKinds } from "./connections/index.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { RecognisedConnection } from "./model/connection-kind.ts";
import type { Estate } from "./model/estate.ts";
import { indexEstate } from "./model/estate-index.ts";
import type { Traffic } from "./model/needs.ts";
import type { Rule } from "./model/rule.ts";
import { type Price, priceConnections } from "./prices/price-connections.ts";
import { rules } from "./rules/index.ts";
import { runRules } from "./rules/run-rules.ts";

export interface Analysis {
  readonly connections: readonly RecognisedConnection[];
  readonly findings: readonly Diagnostic[];
  readonly price: Price;
}

/** Every rule: the general ones and those of each kind. */
export const allRules: readonly Rule[] = [...rules, ...connectionKinds.flatMap((kind) => kind.rules)];

/** What an estate is, wherever it came from: which resources join what, what is wrong with it, what it costs. */
export function analyse(
  estate: Estate,
  trafficOf: (connection: RecognisedConnection) => Traffic | undefined = () => undefined,
): Analysis {
  const index = indexEstate(estate);
  const connections = connectionKinds.flatMap((kind) => kind.recognise?.(index) ?? []);
  return {
    connections,
    findings: runRules(allRules, index),
    price: priceConnections(connections, trafficOf),
  };
}
