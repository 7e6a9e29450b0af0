import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { sharedKeyPattern } from "../../azure/ipsec-policy.ts";
import type { Secret } from "../../model/secret.ts";

/** As long as what the hash answers: https://www.rfc-editor.org/rfc/rfc2104#section-3 */
const KEY_BYTES = 32;

let key: Uint8Array | undefined;

/**
 * A plain hash of a short key is soon guessed. This one is made with a key that is random, lives as long as the process and
 * is in nothing that is written: so it tells whether two secrets are equal, in whichever files of one run, and nothing else.
 */
function fingerprintOf(secret: string): string {
  key ??= randomBytes(KEY_BYTES);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(secret)));
}

/** All that is kept of it. */
export function readSecret(text: string): Secret {
  return {
    fingerprint: fingerprintOf(text),
    length: text.length,
    hasKeyCharacters: KEY.test(text),
    isExpression: text.startsWith("["),
  };
}

const KEY = new RegExp(sharedKeyPattern.value);
