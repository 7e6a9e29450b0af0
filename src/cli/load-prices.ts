import { syntaxDiagnostics } from "../diagnostics/index.ts";
import type { PriceSheet } from "../prices/rate.ts";
import { readPrices } from "../prices/read-prices.ts";
import { placeFindings } from "./format-findings.ts";
import { readFileIfThere } from "./read-file.ts";
import { UserError } from "./user-error.ts";

const HINT = "Write a file of prices with `isthmus prices refresh`; its shape: `isthmus schema prices`.";

/** The file behind `--prices`. One that cannot be used is no finding in the network: nothing is counted at all. */
export function loadPrices(path: string): PriceSheet {
  const document = readFileIfThere(path);
  if (!document) throw new UserError(`${path} is not there.`, HINT);

  const { sheet, diagnostics } = readPrices(document);
  if (sheet) return sheet;

  const shown = new Map([[document.file, { document, path }]]);
  const [first, ...others] = placeFindings([...syntaxDiagnostics(document), ...diagnostics], shown);
  if (!first) throw new Error("a file of prices was refused without a reason");
  const more = others.length > 0 ? ` There are ${others.length} more mistakes.` : "";
  const { line, column } = first.span?.start ?? { line: 1, column: 1 };
  throw new UserError(`${path}:${line}:${column} ${first.message}${more}`, HINT);
}
