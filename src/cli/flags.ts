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
