import { usablePrivateAsns } from "../../azure/vpn-gateway-bgp.ts";
import { allLocalNetworkGateways } from "../../model/local-network-gateway.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { reserverOf } from "../reserved-asn.ts";

export const unsupportedAsn: Rule = {
  id: "local-network-gateway/unsupported-asn",
  severity: "error",
  summary: "A site has an ASN that nobody has reserved.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const { resource, name, asn } of allLocalNetworkGateways(estate)) {
      const reserver = asn === undefined ? undefined : reserverOf(asn);
      if (!reserver) continue;

      const free = usablePrivateAsns.value.map(([first, last]) => `${first} to ${last}`).join(" or ");
      yield {
        message: `${name} has the ASN ${asn}, which is reserved by ${reserver}.`,
        origin: originOf(resource, "properties", "bgpSettings", "asn"),
        hint: `Use the site's own public ASN, or one of ${free}.`,
      };
    }
  },
};
