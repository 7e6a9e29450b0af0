import { vpnClientAuthentication } from "../../azure/point-to-site-authentication.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

/** What each type needs; one of a list is enough. */
const NEEDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Certificate: [["vpnClientRootCertificates"]],
  Radius: [["radiusServerAddress", "radiusServers"]],
  AAD: [["aadTenant"], ["aadAudience"], ["aadIssuer"]],
};

export const missingAuthenticationSettings: Rule = {
  id: "vpn-client-configuration/missing-authentication-settings",
  severity: "error",
  summary: "A gateway has the settings of every kind of authentication that it offers.",
  source: vpnClientAuthentication.source,

  *check(estate) {
    for (const { resource, name } of allVpnClientConfigurations(estate)) {
      const types = propertyOf(resource, "vpnClientConfiguration", "vpnAuthenticationTypes");
      if (!isList(types)) continue;

      for (const [index, type] of types.entries()) {
        if (typeof type !== "string") continue;

        const absent = absentFor(type, resource);
        if (absent.length === 0) continue;
        yield {
          message: `${name} offers ${type} and has no ${absent.join(" and no ")}.`,
          origin: originOf(resource, "properties", "vpnClientConfiguration", "vpnAuthenticationTypes", index),
          hint: `Add ${absent.join(" and ")}, or remove ${type}.`,
        };
      }
    }
  },
};

function absentFor(type: string, resource: Resource): readonly string[] {
  return (NEEDS[type] ?? [])
    .filter((anyOf) => anyOf.every((key) => isAbsent(resource, "vpnClientConfiguration", key)))
    .map(([key = ""]) => key);
}
