import { UserError } from "./user-error.ts";

/** A prefix length as people write it: `/24` or `24`. */
export function parseLength(text: string): number {
  const match = /^\/?(\d{1,3})$/.exec(text);
  const length = Number(match?.[1]);
  if (match && length <= 128) return length;
  throw new UserError(`"${text}" is no prefix length.`, "Write it like /24.");
}

/** A path or a name. In scripts an empty one is a variable that was not set. */
export function parseText(text: string): string {
  if (text !== "") return text;
  throw new UserError("An argument is empty.", "Write a name, or leave the argument out.");
}

/** A region by its short name. */
export function parseRegion(text: string): string {
  if (/^[a-z]+[a-z0-9]*$/.test(text)) return text;
  throw new UserError(`"${text}" is no region.`, "Write it like westeurope.");
}

/** A currency by its code in ISO 4217. */
export function parseCurrency(text: string): string {
  if (/^[a-z]{3}$/i.test(text)) return text.toUpperCase();
  throw new UserError(`"${text}" is no currency.`, "Write it like EUR.");
}

/** A page of the web, without a question. */
export function parseWebAddress(text: string): string {
  if (/^https?:\/\/[^\s?#]+$/.test(text)) return text;
  throw new UserError(
    `"${text}" is no address of the web.`,
    "Write it like https://prices.example.com/api/retail/prices.",
  );
}

/** A port of TCP or UDP. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UserError(`"${text}" is no port.`, "Write a number from 1 to 65535.");
}

/** How many: 1 or more. */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UserError(`"${text}" is no number of things.`, "Write it like 10.");
}
