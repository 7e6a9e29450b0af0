import { vpnClientCertificates } from "../../azure/point-to-site-authentication.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import { allVpnClientConfigurations } from "../../model/vpn-client-configuration.ts";

const PATH = ["vpnClientConfiguration", "vpnClientRootCertificates"] as const;

export const exceedsRootCertificateLimit: Rule = {
  id: "vpn-client-configuration/exceeds-root-certificate-limit",
  severity: "error",
  summary: "A gateway has no more root certificates than Azure takes.",
  source: vpnClientCertificates.source,

  *check(estate) {
    const limit = vpnClientCertificates.value.rootCertificates;
    for (const { resource, name } of allVpnClientConfigurations(estate)) {
      const certificates = propertyOf(resource, ...PATH);
      if (!isList(certificates) || certificates.length <= limit) continue;
      yield {
        message: `${name} has ${certificates.length} root certificates; Azure takes ${limit}.`,
        origin: originOf(resource, "properties", ...PATH, limit, "name"),
        hint: "Remove those that no user's certificate comes from.",
      };
    }
  },
};
