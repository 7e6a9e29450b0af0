import { defaultIkeOffers, defaultIpsecOffers } from "../../azure/ipsec-policy.ts";
import type { IpsecPolicy } from "../../model/ipsec-policy.ts";
import { espProposals, ikeProposals } from "../../outputs/device-config/strongswan-proposals.ts";
import type { LabOptions } from "./lab-draft.ts";

/** What one end of a tunnel offers and takes, in the words of swanctl.conf. */
export interface Offers {
  readonly ike: string;
  readonly ipsec: string;
}

/** What every strongSwan has. */
const EVERYWHERE: Offers = { ike: "aes256-sha256-modp2048", ipsec: "aes256-sha256" };

/** What needs a package that is recommended and not demanded. */
const OF_PACKAGE = /gcm|ecp|null/;

/** Of an end with a policy that alone; of one without what Azure's gateways take by themselves. */
export function offersOf(policy: IpsecPolicy | undefined): Offers {
  return {
    ike: ikeProposals(policy ? [policy.ike] : defaultIkeOffers.value),
    ipsec: espProposals(policy ? [policy.ipsec] : defaultIpsecOffers.value),
  };
}

/** Of a file of swanctl with one connection. */
export function offersIn(swanctl: string): Offers {
  return {
    ike: /^ *proposals = (.*)$/m.exec(swanctl)?.[1] ?? "",
    ipsec: /^ *esp_proposals = (.*)$/m.exec(swanctl)?.[1] ?? "",
  };
}

/** As it is; where strongSwan lacks a part, what is left of it, or what every strongSwan has. */
export function runnableOffers(offers: Offers, { lacksGcm }: Pick<LabOptions, "lacksGcm">): Offers {
  if (lacksGcm !== true) return offers;
  return {
    ike: runnable(offers.ike) ?? EVERYWHERE.ike,
    ipsec: runnable(offers.ipsec) ?? EVERYWHERE.ipsec,
  };
}

function runnable(proposals: string): string | undefined {
  const some = proposals.split(", ").filter((proposal) => !OF_PACKAGE.test(proposal));
  return some.length === 0 ? undefined : some.join(", ");
}

/** What is said in place of what, of whole lists of proposals. */
export function replacedOffers(
  offers: Offers,
  options: Pick<LabOptions, "lacksGcm">,
): readonly (readonly [from: string, to: string])[] {
  const { ike, ipsec } = runnableOffers(offers, options);
  return [[offers.ike, ike] as const, [offers.ipsec, ipsec] as const].filter(([from, to]) => from !== to);
}

export function whyReplaced([from, to]: readonly [from: string, to: string], whose: string): string {
  return `${whose} ${from}, for which strongSwan here lacks libstrongswan-standard-plugins: the lab offers ${to}`;
}
