import { vpnClientAuthentication } from "../../azure/point-to-site-authentication.ts";
import { isAbsent } from "../../model/is-absent.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import {
  allVpnClientConfigurations,
  configuredAuthentication,
} from "../../model/vpn-client-configuration.ts";

const PATH = ["vpnClientConfiguration", "vpnAuthenticationTypes"] as const;

export const missingAuthenticationTypes: Rule = {
  id: "vpn-client-configuration/missing-authentication-types",
  severity: "error",
  summary: "A gateway with settings for several kinds of authentication says which it offers.",
  source: vpnClientAuthentication.source,

  *check(estate) {
    for (const { resource, name } of allVpnClientConfigurations(estate)) {
      const configured = configuredAuthentication(resource) ?? [];
      if (configured.length < 2 || !isAbsent(resource, ...PATH)) continue;
      yield {
        message: `${name} has settings for ${configured.join(" and ")}, and does not say which it offers.`,
        origin: originOf(resource, "properties", ...PATH),
        hint: `List them in vpnAuthenticationTypes, or remove the settings of the others.`,
      };
    }
  },
};
