import { isUnknown, type Unknown } from "./unknown.ts";

/** What is kept of a secret: enough to tell it from others and to judge it as a key, and not enough to say it. */
export interface Secret {
  /** The same for the same secret in this process, and in no other: the key that it is made with is random. */
  readonly fingerprint: string;
  readonly length: number;
  /** Whether Azure takes each of its characters in a shared key. */
  readonly hasKeyCharacters: boolean;
  /** `[parameters('key')]`: where it stands nobody evaluates it, and so it is no key. */
  readonly isExpression: boolean;
}

/**
 * Beside an unknown, and not in it: so it goes wherever the value goes, and into nothing that is written of the value. What
 * is made of a secret is another Unknown, of which nothing is kept.
 */
const secrets = new WeakMap<Unknown, Secret>();

/** `undefined` for what is no secret, and for one that nobody has read. */
export function secretOf(value: unknown): Secret | undefined {
  return isUnknown(value) ? secrets.get(value) : undefined;
}

/** The same unknown, known to stand for this secret. */
export function standingFor(unknown: Unknown, secret: Secret): Unknown {
  const own = { ...unknown };
  secrets.set(own, secret);
  return own;
}

/** Whether two values are the same secret; `undefined` where one of them is none that was read. */
export function sameSecret(a: unknown, b: unknown): boolean | undefined {
  const [one, other] = [secretOf(a), secretOf(b)];
  return one && other && one.fingerprint === other.fingerprint;
}
