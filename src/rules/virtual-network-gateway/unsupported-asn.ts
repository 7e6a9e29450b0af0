import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnGateways } from "../../model/virtual-network-gateway.ts";
import { reserverOf } from "../reserved-asn.ts";

export const unsupportedAsn: Rule = {
  id: "virtual-network-gateway/unsupported-asn",
  severity: "error",
  summary: "A VPN gateway has an ASN that nobody has reserved.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name, asn } of allVpnGateways(estate)) {
      const reserver = asn === undefined ? undefined : reserverOf(asn);
      if (!reserver) continue;

      yield {
        message: `${name} has the ASN ${asn}, which is reserved by ${reserver}.`,
        origin: originOf(resource, "properties", "bgpSettings", "asn"),
        hint: "Leave it out for Azure's own, or choose a private ASN that no site has.",
      };
    }
  },
};
