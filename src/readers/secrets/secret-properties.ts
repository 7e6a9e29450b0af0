import { secretEndings, secretNames } from "../../diagnostics/secret-words.ts";

/** Objects in which nothing is for others to read. */
const WHOLE = new Set(["protectedsettings"]);

/** Keys that two ends of one link must have alike. */
const OF_LINKS = new Set(["sharedkey", "presharedkey"]);

/** Names come again and again. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 10_000;

/** Whether a member, a parameter or a variable of this name holds a key or a password. */
export function isSecretName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const lower = name.toLowerCase().replaceAll("_", "");
  const isSecret = secretNames.has(lower) || secretEndings.some((ending) => lower.endsWith(ending));
  if (known.size < MOST_KNOWN) known.set(name, isSecret);
  return isSecret;
}

export function isSecretThroughout(name: string): boolean {
  return WHOLE.has(name.toLowerCase());
}

export function isKeyOfLink(name: string): boolean {
  return OF_LINKS.has(name.toLowerCase());
}
