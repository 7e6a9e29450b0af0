import { excerpt } from "../../../source/excerpt.ts";
import { Refusal } from "../expression/refusal.ts";

const STANDARD = /^([A-Za-z])(\d{0,2})$/;
/** Digits and `#`, thousands and decimals, texts around them: `000`, `#,##0.00`, `0%`. */
const CUSTOM = /^([^0#.,%]*)([0#,]*)(?:\.([0#]*))?(%?)([^0#.,]*)$/;

/**
 * A number as .NET writes it without a culture.
 * https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings
 */
export function formatNumber(value: number, format: string): string {
  const [, letter, digits = ""] = STANDARD.exec(format) ?? [];
  if (letter !== undefined)
    return standard(value, letter, digits === "" ? undefined : Number(digits), format);
  const [whole, before = "", integer = "", fraction = "", percent = "", after = ""] =
    CUSTOM.exec(format) ?? [];
  if (whole === undefined) throw notUnderstood(format);
  return custom(value, { before, integer, fraction, percent, after });
}

function standard(value: number, letter: string, digits: number | undefined, format: string): string {
  const sign = value < 0 ? "-" : "";
  switch (letter.toLowerCase()) {
    case "d":
      return `${sign}${String(Math.abs(value)).padStart(digits ?? 1, "0")}`;
    case "x": {
      const hexadecimal = BigInt.asUintN(value < -(2 ** 31) ? 64 : 32, BigInt(Math.trunc(value))).toString(
        16,
      );
      const padded = (value >= 2 ** 32 ? value.toString(16) : hexadecimal).padStart(digits ?? 1, "0");
      return letter === "X" ? padded.toUpperCase() : padded;
    }
    case "f":
      return value.toFixed(digits ?? 2);
    case "n":
      return withThousands(value.toFixed(digits ?? 2));
    case "p":
      return `${withThousands((value * 100).toFixed(digits ?? 2))} %`;
    case "g":
    case "r":
      return String(value);
    default:
      throw notUnderstood(format);
  }
}

interface Pattern {
  readonly before: string;
  readonly integer: string;
  readonly fraction: string;
  readonly percent: string;
  readonly after: string;
}

function custom(value: number, { before, integer, fraction, percent, after }: Pattern): string {
  if (fraction.length > 100) throw new Refusal("The number format has more than 100 decimals.", "limit");
  const scaled = Math.abs(percent === "" ? value : value * 100);
  const [whole = "", decimals = ""] = scaled.toFixed(fraction.length).split(".");
  const least = integer.replace(/[^0]/g, "").length;
  const kept = (whole === "0" ? "" : whole).padStart(least, "0");
  const shown = integer.includes(",") ? withThousands(kept) : kept;
  const needed = fraction.lastIndexOf("0") + 1;
  const trimmed = decimals.slice(0, needed) + decimals.slice(needed).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${before}${shown}${trimmed === "" ? "" : `.${trimmed}`}${percent}${after}`;
}

function withThousands(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function notUnderstood(format: string): Refusal {
  return new Refusal(`${excerpt(format)} is a number format that is not read here.`);
}
