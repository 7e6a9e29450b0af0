/** Members of ARM resources that hold a key or a password, lower-cased. */
const SECRETS = new Set([
  "sharedkey",
  "authorizationkey",
  "presharedkey",
  "radiusserversecret",
  "adminpassword",
  "servicekey",
  "secret",
  "ckn",
  "cak",
  "customdata",
  "userdata",
  "protectedsettings",
]);

/** Of these, those that two ends of one link must have alike. */
const OF_LINKS = new Set(["sharedkey", "presharedkey"]);

export function isSecretProperty(name: string): boolean {
  return SECRETS.has(name.toLowerCase());
}

export function isKeyOfLink(name: string): boolean {
  return OF_LINKS.has(name.toLowerCase());
}
