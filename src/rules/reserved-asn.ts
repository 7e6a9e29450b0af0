import { asnsReservedByAzure, asnsReservedByIana, defaultVpnGatewayAsn } from "../azure/vpn-gateway-bgp.ts";

/** Who keeps an ASN for themselves. Azure's gateways have the default themselves, and so may what stands for one of them. */
export function reserverOf(asn: number): "Azure" | "IANA" | undefined {
  if (asn === defaultVpnGatewayAsn.value) return undefined;
  if (isIn(asn, asnsReservedByAzure.value)) return "Azure";
  return isIn(asn, asnsReservedByIana.value) ? "IANA" : undefined;
}

function isIn(asn: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([first, last]) => first <= asn && asn <= last);
}
