import {
  defaultIkeOffers,
  defaultIpsecOffers,
  defaultSaLifetime,
  dpdTimeoutSeconds,
  ikeSaLifetimeSeconds,
} from "../../azure/ipsec-policy.ts";
import { ipsecPolicyOf, ownIpsecPolicy, type Proposal } from "../../model/ipsec-policy.ts";
import { numberOf } from "../../model/number-of.ts";
import { propertyOf, textOf, valueAt } from "../../model/properties.ts";
import type { Resource } from "../../model/resource.ts";

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
  const own = ipsecPolicyOf(connection);
  const number = (key: string) => numberOf(valueAt(ownIpsecPolicy(connection), [key]));
  return {
    ikeVersion: textOf(propertyOf(connection, "connectionProtocol"))?.toLowerCase() === "ikev1" ? 1 : 2,
    isCustom: own !== undefined,
    ike: own ? [own.ike] : defaultIkeOffers.value,
    ipsec: own ? [own.ipsec] : defaultIpsecOffers.value,
    ikeLifetimeSeconds: ikeSaLifetimeSeconds.value,
    saLifetimeSeconds: number("saLifeTimeSeconds") ?? defaultSaLifetime.value.seconds,
    saKilobytes: number("saDataSizeKilobytes") ?? defaultSaLifetime.value.kilobytes,
    dpdSeconds: numberOf(propertyOf(connection, "dpdTimeoutSeconds")) ?? dpdTimeoutSeconds.value.default,
  };
}
