import { allExpressRoutePorts, type ExpressRouteLink } from "../../model/express-route-port.ts";
import { booleanOf, propertyOf, valueAt } from "../../model/properties.ts";
import type { Rule } from "../../model/rule.ts";
import { isObject, isUnknown } from "../../model/unknown.ts";

const CONNECTION = "Microsoft.Network/connections";

export const insecureLink: Rule = {
  id: "express-route-port/insecure-link",
  severity: "warning",
  summary: "The links of an ExpressRoute Direct port are encrypted by MACsec, or what they carry by IPsec.",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-about-encryption",

  *check(estate) {
    if (estate.all(CONNECTION).some((each) => booleanOf(propertyOf(each, "useLocalAzureIpAddress")))) return;

    for (const port of allExpressRoutePorts(estate)) {
      if (port.resource.existing) continue;

      const open = port.links.filter((link) => !mayBeEncrypted(link));
      const [first] = open;
      if (!first) continue;
      yield {
        message: `${namesOf(open)} of ${port.name} ${open.length === 1 ? "is" : "are"} not encrypted: whoever holds the fibre reads along.`,
        origin: first.originAt("name"),
        hint: "Configure MACsec on both links, with the keys in a Key Vault.",
      };
    }
  },
};

function mayBeEncrypted({ value }: ExpressRouteLink): boolean {
  if (isUnknown(value) || isUnknown(valueAt(value, ["properties"]))) return true;

  const macSec = valueAt(value, ["properties", "macSecConfig"]);
  if (isUnknown(macSec)) return true;
  if (!isObject(macSec)) return false;

  const key = valueAt(macSec, ["cakSecretIdentifier"]);
  return key !== undefined && key !== null && key !== "";
}

function namesOf(links: readonly ExpressRouteLink[]): string {
  const names = links.map(({ name }) => name).join(" and ");
  return links.length === 1 ? `The link ${names}` : `The links ${names}`;
}
