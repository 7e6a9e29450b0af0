import { connectionKinds } from "./connections/index.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { facilityTypes } from "./facilities/index.ts";
import type { RecognisedConnection } from "./model/connection-kind.ts";
import type { Estate } from "./model/estate.ts";
import { indexEstate } from "./model/estate-index.ts";
import type { RecognisedFacility } from "./model/facility-type.ts";
import { nameOfId } from "./model/name-of-id.ts";
import type { Rule } from "./model/rule.ts";
import { type Price, type PriceBy, priceEstate } from "./prices/price-estate.ts";
import { priceSheet } from "./prices/price-sheet.ts";
import { rules } from "./rules/index.ts";
import { runRules } from "./rules/run-rules.ts";

export interface Analysis {
  readonly connections: readonly RecognisedConnection[];
  /** Gateways and circuits: what connections share. */
  readonly facilities: readonly RecognisedFacility[];
  readonly findings: readonly Diagnostic[];
  readonly price: Price;
}

/** Every rule: the general ones and those of each kind. */
export const allRules: readonly Rule[] = [...rules, ...connectionKinds.flatMap((kind) => kind.rules)];

/** What an estate is, wherever it came from: which resources join what, what is wrong with it, what it costs. */
export function analyse(estate: Estate, priceBy: Partial<PriceBy> = {}): Analysis {
  return {
    ...recognise(estate),
    findings: runRules(allRules, indexEstate(estate)),
    price: priceOnly(estate, priceBy),
  };
}

/** What an estate costs, without a look at what is wrong with it. */
export function priceOnly(estate: Estate, priceBy: Partial<PriceBy> = {}): Price {
  return priceEstate(
    { index: indexEstate(estate), ...recognise(estate) },
    {
      sheet: priceSheet,
      trafficOf: () => undefined,
      nameOf: ({ ends }) => ends.map(nameOfId).join(" - "),
      ...priceBy,
    },
  );
}

function recognise(estate: Estate) {
  const index = indexEstate(estate);
  return {
    connections: connectionKinds.flatMap((kind) => kind.recognise?.(index) ?? []),
    facilities: facilityTypes.flatMap((type) => type.recognise(index)),
  };
}
