import { propertyOf, textOf, valueAt } from "./properties.ts";
import type { Resource } from "./resource.ts";
import { isList, type Value } from "./unknown.ts";

/** In ARM's names for algorithms: each device has its own words for them. */
export interface Proposal {
  readonly encryption: string;
  readonly integrity: string;
  readonly group: string;
}

/** What a gateway offers and takes for the tunnel of a connection that has one, and nothing else. */
export interface IpsecPolicy {
  readonly ike: Proposal;
  readonly ipsec: Proposal;
}

/** As ARM has it: of the list Azure takes one. */
export function ownIpsecPolicy(connection: Resource): Value | undefined {
  const policies = propertyOf(connection, "ipsecPolicies");
  return isList(policies) ? policies[0] : undefined;
}

/** `undefined`: there is none, or a part of it is not known. */
export function ipsecPolicyOf(connection: Resource): IpsecPolicy | undefined {
  const own = ownIpsecPolicy(connection);
  const text = (key: string) => textOf(valueAt(own, [key]));
  const ike = proposal(text("ikeEncryption"), text("ikeIntegrity"), text("dhGroup"));
  const ipsec = proposal(text("ipsecEncryption"), text("ipsecIntegrity"), groupOf(own));
  return ike === undefined || ipsec === undefined ? undefined : { ike, ipsec };
}

/** `PFSMM`: that of phase 1. */
function groupOf(policy: Value | undefined): string | undefined {
  const group = textOf(valueAt(policy, ["pfsGroup"]));
  return group === "PFSMM" ? textOf(valueAt(policy, ["dhGroup"])) : group;
}

function proposal(
  encryption: string | undefined,
  integrity: string | undefined,
  group: string | undefined,
): Proposal | undefined {
  if (encryption === undefined || integrity === undefined || group === undefined) return undefined;
  return { encryption, integrity, group };
}

const GROUPS: Readonly<Record<string, number>> = {
  DHGroup1: 1,
  PFS1: 1,
  DHGroup2: 2,
  PFS2: 2,
  DHGroup14: 14,
  DHGroup2048: 14,
  PFS14: 14,
  PFS2048: 14,
  DHGroup24: 24,
  PFS24: 24,
  ECP256: 19,
  ECP384: 20,
};

/** The number that IKE gives a group, which most devices call it by; `undefined` where there is none. */
export function groupNumber({ group }: Proposal): number | undefined {
  return GROUPS[group];
}
