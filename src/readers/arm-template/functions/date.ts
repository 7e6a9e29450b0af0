import { daysOfDuration } from "../../../azure/template-functions.ts";
import type { Value } from "../../../model/unknown.ts";
import { excerpt } from "../../../source/excerpt.ts";
import type { Arguments } from "../expression/arguments.ts";
import { originOfPlace } from "../expression/place.ts";
import { Refusal } from "../expression/refusal.ts";
import type { Scope } from "../expression/scope.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";
import { formatDate } from "./format-date.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date */
export const dateFunctions: readonly TemplateFunction[] = [
  plain("dateTimeAdd", 2, 3, dateTimeAdd),
  plain("dateTimeFromEpoch", 1, 1, (given) => formatDate(validDate(given.whole(0) * 1000), ISO)),
  plain("dateTimeToEpoch", 1, 1, (given) => Math.floor(dateAt(given, 0).getTime() / 1000)),
  plain("utcNow", 0, 1, utcNow),
];

const ISO = "yyyy-MM-ddTHH:mm:ssZ";
const COMPACT = "yyyyMMddTHHmmssZ";

/** What `utcNow` says here: always the same, so that the same template gives the same answer on every day. */
const NOW = "2025-01-01T00:00:00Z";

function utcNow(given: Arguments, { run, place }: Scope): Value {
  run.standIn("utcNow", originOfPlace(place));
  return formatDate(new Date(NOW), given.optionalText(0) ?? COMPACT);
}

const COMPACT_SHAPE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/;
const ISO_SHAPE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

function dateAt(given: Arguments, index: number): Date {
  const text = given.text(index).trim();
  const match = COMPACT_SHAPE.exec(text) ?? ISO_SHAPE.exec(text);
  if (!match) return given.refuse(index, "a time like 2024-01-31T12:00:00Z");
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  return validDate(Date.UTC(year, month - 1, day, hour, minute, second) - offsetOf(match[7]) * 60_000);
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** .NET has the years 1 to 9999. */
function validDate(milliseconds: number): Date {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  if (year >= 1 && year <= 9999) return date;
  throw new Refusal("The time lies outside of the years 1 to 9999.");
}

function dateTimeAdd(given: Arguments): Value {
  const base = dateAt(given, 0);
  const sum = validDate(base.getTime() + durationOf(given.text(1)));
  const own = COMPACT_SHAPE.test(given.text(0)) ? COMPACT : ISO;
  return formatDate(sum, given.optionalText(2) ?? own);
}

const DURATION =
  /^([+-])?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** ISO 8601, in milliseconds. */
function durationOf(text: string): number {
  const match = DURATION.exec(text.trim());
  if (!match || /[PT]$/i.test(text.trim()))
    throw new Refusal(`'${excerpt(text)}' is no duration like P1DT2H.`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const { year, month } = daysOfDuration.value;
  const all = years * year + months * month + weeks * 7 + days;
  return (match[1] === "-" ? -1 : 1) * (((all * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
