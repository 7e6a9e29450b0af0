import { defaultIkeOffers, defaultIpsecOffers, weakIpsecAlgorithms } from "../azure/ipsec-policy.ts";
import { groupNumber, type IpsecPolicy, ipsecPolicyOf, type Proposal } from "../model/ipsec-policy.ts";
import { isAbsent } from "../model/is-absent.ts";
import type { Resource } from "../model/resource.ts";

/** Of both ends of a tunnel. */
export type IpsecPolicies = readonly [IpsecPolicy | undefined, IpsecPolicy | undefined];

/**
 * What each end of a tunnel between two gateways takes alone. One that has no policy, and takes what the far end asks for,
 * or of which nobody knows what it has, is given the far end's.
 */
export function ipsecPoliciesOf(own: Resource | undefined, far: Resource | undefined): IpsecPolicies {
  const [mine, theirs] = [own, far].map((one) => one && ipsecPolicyOf(one));
  return [
    mine ?? (isRefused(own, theirs) ? undefined : theirs),
    theirs ?? (isRefused(far, mine) ? undefined : mine),
  ];
}

/** Of phase 1 all must be the same. The group of phase 2 is asked for when keys are renewed, and not before. */
export function doNotAgree([mine, theirs]: IpsecPolicies): boolean {
  if (!mine || !theirs) return mine !== theirs;
  return (
    !isSame(mine.ike, theirs.ike) ||
    groupNumber(mine.ike) !== groupNumber(theirs.ike) ||
    !isSame(mine.ipsec, theirs.ipsec)
  );
}

function isRefused(end: Resource | undefined, policy: IpsecPolicy | undefined): boolean {
  return (
    end !== undefined && policy !== undefined && isAbsent(end, "ipsecPolicies") && !isAmongDefaults(policy)
  );
}

/** What is weak is left out of the defaults that are known, and may be among them. */
function isAmongDefaults({ ike, ipsec }: IpsecPolicy): boolean {
  const { ikeEncryption, ikeIntegrity, ipsecEncryption, ipsecIntegrity } = weakIpsecAlgorithms.value;
  return (
    defaultIkeOffers.value.some((one) => groupNumber(one) === groupNumber(ike)) &&
    (isAmong(defaultIkeOffers.value, ike) || isWeak(ike, ikeEncryption, ikeIntegrity)) &&
    (isAmong(defaultIpsecOffers.value, ipsec) || isWeak(ipsec, ipsecEncryption, ipsecIntegrity))
  );
}

function isWeak(one: Proposal, weakEncryption: readonly string[], weakIntegrity: readonly string[]): boolean {
  return weakEncryption.includes(one.encryption) || weakIntegrity.includes(one.integrity);
}

function isAmong(proposals: readonly Proposal[], wanted: Proposal): boolean {
  return proposals.some((one) => isSame(one, wanted));
}

/** But for the group. */
function isSame(a: Proposal, b: Proposal): boolean {
  return algorithmsOf(a) === algorithmsOf(b);
}

function algorithmsOf({ encryption, integrity }: Proposal): string {
  return `${encryption} ${integrity}`.toLowerCase();
}
