import { createHash } from "node:crypto";

const LENGTH = 40;
/** So many characters of a secret in a row are a piece of it. */
const PIECE = 12;

const planted = new Set<string>();

/** A key that is nowhere else, and the same in each run; one that Azure would take. */
export function secret(label: string, length = LENGTH): string {
  const hash = (part: number) => createHash("sha512").update(`${label} ${part}`).digest("base64");
  let text = "";
  for (let part = 0; text.length < length; part++) text += hash(part).replace(/[^A-Za-z0-9]/g, "");
  return remembered(text.slice(0, length));
}

/** One that is not made here, such as one with characters that Azure refuses. */
export function remembered(text: string): string {
  for (let at = 0; at + PIECE <= text.length; at++) planted.add(text.slice(at, at + PIECE));
  return text;
}

/** Where pieces of any secret stand in a text, with what is around them. */
export function leaksIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at + PIECE <= text.length; at++) {
    if (!planted.has(text.slice(at, at + PIECE))) continue;
    found.push(text.slice(Math.max(0, at - 60), at + 60));
    at += LENGTH;
  }
  return found;
}
