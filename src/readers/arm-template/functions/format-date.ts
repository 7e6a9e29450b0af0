import { excerpt } from "../../../source/excerpt.ts";
import { Refusal } from "../expression/refusal.ts";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings */
const STANDARD: Readonly<Record<string, string>> = {
  d: "MM/dd/yyyy",
  D: "dddd, dd MMMM yyyy",
  f: "dddd, dd MMMM yyyy HH:mm",
  F: "dddd, dd MMMM yyyy HH:mm:ss",
  g: "MM/dd/yyyy HH:mm",
  G: "MM/dd/yyyy HH:mm:ss",
  m: "MMMM dd",
  M: "MMMM dd",
  o: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  O: "yyyy-MM-ddTHH:mm:ss.fffffffZ",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-ddTHH:mm:ss",
  t: "HH:mm",
  T: "HH:mm:ss",
  u: "yyyy-MM-dd HH:mm:ssZ",
  y: "yyyy MMMM",
  Y: "yyyy MMMM",
};

const PIECE = /'([^']*)'|"([^"]*)"|\\(.)|%|y+|M+|d+|H+|h+|m+|s+|f+|F+|t+|z+|K/gs;

/** A time in UTC as .NET writes it without a culture. */
export function formatDate(date: Date, format: string): string {
  const pattern = format.length === 1 ? STANDARD[format] : format;
  if (pattern === undefined) throw new Refusal(`${excerpt(format)} is a time format that is not read here.`);
  if (pattern.length > 1000) throw new Refusal("The time format has more than 1,000 characters.", "limit");
  return pattern.replace(
    PIECE,
    (piece, single?: string, double?: string, escaped?: string) =>
      single ?? double ?? escaped ?? partOf(date, piece),
  );
}

function partOf(date: Date, piece: string): string {
  const padded = (value: number, length = piece.length) => String(value).padStart(length, "0");
  switch (piece.charAt(0)) {
    case "y":
      return piece.length < 3 ? padded(date.getUTCFullYear() % 100) : padded(date.getUTCFullYear());
    case "M":
      return named(MONTHS, date.getUTCMonth(), piece) ?? padded(date.getUTCMonth() + 1);
    case "d":
      return named(DAYS, date.getUTCDay(), piece) ?? padded(date.getUTCDate());
    case "H":
      return padded(date.getUTCHours());
    case "h":
      return padded(date.getUTCHours() % 12 || 12);
    case "m":
      return padded(date.getUTCMinutes());
    case "s":
      return padded(date.getUTCSeconds());
    case "f":
      return padded(date.getUTCMilliseconds(), 3).padEnd(piece.length, "0").slice(0, piece.length);
    case "t":
      return (date.getUTCHours() < 12 ? "AM" : "PM").slice(0, piece.length);
    case "z":
      return ["+0", "+00", "+00:00"][Math.min(piece.length, 3) - 1] ?? "";
    case "K":
      return "Z";
    default:
      return "";
  }
}

/** Three letters, or four for the whole name. */
function named(names: readonly string[], index: number, { length }: string): string | undefined {
  if (length < 3) return undefined;
  const name = names[index] ?? "";
  return length === 3 ? name.slice(0, 3) : name;
}
