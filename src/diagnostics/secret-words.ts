/** How names end, lower-cased and without underscores, of what is a key or a password. */
export const secretEndings = [
  "sharedkey",
  "authorizationkey",
  "servicekey",
  "privatekey",
  "password",
  "passphrase",
  "secret",
  "psk",
] as const;

/** And these whole names: MACsec's keys and their names, and what may hold anything that a machine starts with. */
export const secretNames: ReadonlySet<string> = new Set([
  "ckn",
  "cak",
  "customdata",
  "userdata",
  "cloudinitconfiguration",
]);

const SPEAKS = new RegExp(
  [...secretEndings, "customdata", "userdata", "cloudinitconfiguration", "securestring", "secureobject"].join(
    "|",
  ),
);
const WHOLE = /\b(ckn|cak)\b/;

/** Whether a name, an expression or a piece of a file speaks of secrets: what is told of it quotes nothing of it. */
export function speaksOfSecrets(text: string): boolean {
  const lower = text.toLowerCase().replaceAll("_", "");
  return SPEAKS.test(lower) || WHOLE.test(lower);
}
