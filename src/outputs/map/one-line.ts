import { visible } from "../../source/excerpt.ts";

/** A text of the user's as one line of a picture: no line breaks, nothing invisible. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " ").trim());
}
