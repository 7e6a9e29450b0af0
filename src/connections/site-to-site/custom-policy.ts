import { defaultSaLifetime } from "../../azure/ipsec-policy.ts";
import { type VpnGatewaySku, vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import type { Needs } from "../../model/needs.ts";
import type { ValueObject } from "../../model/unknown.ts";

/**
 * Azure's own offers stand unless they fall short: where encryption is a need, for Azure also accepts SHA1 and 3DES; and
 * where a tunnel must carry more than anything but GCM does.
 */
export function needsCustomPolicy(needs: Needs, perTunnelMbps: number | undefined, skuName: string): boolean {
  const sku = vpnGatewaySkus.value[skuName];
  if (sku?.customIpsecPolicy === false) return false;
  if (needs.encryption?.value === "betweenNetworks") return true;
  return perTunnelMbps !== undefined && sku !== undefined && perTunnelMbps > mbpsWithoutGcm(sku);
}

/** In the generation that carries less, for only the gateway knows which it is. */
function mbpsWithoutGcm({ generations }: VpnGatewaySku): number {
  const figures = Object.values(generations).map(({ tunnelMbps }) => tunnelMbps["AES256+SHA256"] ?? 0);
  return Math.min(...figures);
}

/** Complete, as Azure wants it: with one member missing the policy is refused. */
export const customPolicy: ValueObject = {
  saLifeTimeSeconds: defaultSaLifetime.value.seconds,
  saDataSizeKilobytes: defaultSaLifetime.value.kilobytes,
  ipsecEncryption: "GCMAES256",
  ipsecIntegrity: "GCMAES256",
  ikeEncryption: "AES256",
  ikeIntegrity: "SHA384",
  dhGroup: "ECP384",
  pfsGroup: "ECP384",
};
