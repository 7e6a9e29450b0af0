import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkSchema } from "../diagnostics/schema-diagnostics.ts";
import type { Document } from "../source/document.ts";
import { priceFile } from "./price-file.ts";
import type { PriceSheet } from "./rate.ts";

/** A price file as a sheet. */
export function readPrices(document: Document): {
  readonly sheet: PriceSheet | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (document.problems.length > 0) return { sheet: undefined, diagnostics: [] };

  const origin = { file: document.file, path: [] };
  const { data, diagnostics } = checkSchema(priceFile, document.value, origin, "prices");
  if (!data) return { sheet: undefined, diagnostics };
  return { sheet: { currency: data.currency, rates: data.rates }, diagnostics: [] };
}
