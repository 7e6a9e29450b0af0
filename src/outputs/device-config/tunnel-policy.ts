import {
  defaultIkeOffers,
  defaultIpsecOffers,
  defaultSaLifetime,
  dpdTimeoutSeconds,
  ikeSaLifetimeSeconds,
} from "../../azure/ipsec-policy.ts";
import { numberOf } from "../../model/number-of.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import type { Resource } from "../../model/resource.ts";
import { isList, type Value } from "../../model/unknown.ts";

/** In ARM's names for algorithms: each format has its own words for them. */
export interface Proposal {
  readonly encryption: string;
  readonly integrity: string;
  readonly group: string;
}

export interface TunnelPolicy {
  readonly ikeVersion: 1 | 2;
  /** The connection's own policy, which Azure takes alone; else of Azure's defaults those that are still strong. */
  readonly isCustom: boolean;
  readonly ike: readonly Proposal[];
  readonly ipsec: readonly Proposal[];
  readonly ikeLifetimeSeconds: number;
  readonly saLifetimeSeconds: number;
  readonly saKilobytes: number;
  readonly dpdSeconds: number;
}

export function policyOf(connection: Resource): TunnelPolicy {
  const policies = propertyOf(connection, "ipsecPolicies");
  const own = isList(policies) ? policies[0] : undefined;
  const text = (key: string) => textOf(valueAt(own, [key]));
  const ike = proposal(text("ikeEncryption"), text("ikeIntegrity"), text("dhGroup"));
  const ipsec = proposal(text("ipsecEncryption"), text("ipsecIntegrity"), groupOf(own));
  const isCustom = ike !== undefined && ipsec !== undefined;
  const number = (key: string) => numberOf(valueAt(own, [key]));
  return {
    ikeVersion: textOf(propertyOf(connection, "connectionProtocol"))?.toLowerCase() === "ikev1" ? 1 : 2,
    isCustom,
    ike: isCustom ? [ike] : defaultIkeOffers.value,
    ipsec: isCustom ? [ipsec] : defaultIpsecOffers.value,
    ikeLifetimeSeconds: ikeSaLifetimeSeconds.value,
    saLifetimeSeconds: number("saLifeTimeSeconds") ?? defaultSaLifetime.value.seconds,
    saKilobytes: number("saDataSizeKilobytes") ?? defaultSaLifetime.value.kilobytes,
    dpdSeconds: numberOf(propertyOf(connection, "dpdTimeoutSeconds")) ?? dpdTimeoutSeconds.value.default,
  };
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
