import { isList, isObject, type Unknown, type Value } from "../../../model/unknown.ts";
import { findMember } from "./member-of.ts";

/**
 * What is in an object that is a secret as a whole. Whoever asks for a member of it gets that, a secret as well; to all
 * others nothing of it is known, the names of its members included.
 */
const membersBySecret = new WeakMap<Unknown, Value>();

export function withSecretMembers(unknown: Unknown, members: Value): Unknown {
  membersBySecret.set(unknown, members);
  return unknown;
}

export function memberOfSecret(secret: Unknown, key: Value): Value | undefined {
  const members = membersBySecret.get(secret);
  const found =
    isObject(members) && typeof key === "string"
      ? findMember(members, key)
      : isList(members) && typeof key === "number"
        ? members[key]
        : undefined;
  return isObject(found) || isList(found) ? withSecretMembers({ ...secret }, found) : found;
}
