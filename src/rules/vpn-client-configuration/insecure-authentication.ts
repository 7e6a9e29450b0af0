import { entraOnly, vpnClientAuthentication } from "../../azure/point-to-site-authentication.ts";
import { operatingSystemNamed, vpnClients } from "../../azure/point-to-site-protocols.ts";
import type { P2sUsers } from "../../model/estate.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVpnClientConfigurations, usersOf } from "../../model/vpn-client-configuration.ts";

const { entra, entraProtocol } = vpnClientAuthentication.value;

export const insecureAuthentication: Rule = {
  id: "vpn-client-configuration/insecure-authentication",
  severity: "info",
  summary: "Users sign in with Microsoft Entra ID where all their devices can.",
  source: entraOnly.source,

  *check(estate) {
    for (const configuration of allVpnClientConfigurations(estate)) {
      const { resource, name, protocols, authenticationTypes } = configuration;
      const isOpenVpn = protocols?.length === 1 && protocols[0] === entraProtocol;
      if (!isOpenVpn || !authenticationTypes || authenticationTypes.every((type) => type === entra)) continue;

      const users = usersOf(configuration, estate);
      if (users.length === 0 || !users.every(canUseEntra)) continue;
      yield {
        message: `${name} lets users in by ${authenticationTypes.join(" and ")}; all their devices know Microsoft Entra ID, with its second factor and its conditions.`,
        origin: originOf(resource, "properties", "vpnClientConfiguration", "vpnClientProtocols", 0),
        hint: `Offer ${entra} alone.`,
      };
    }
  },
};

function canUseEntra({ os }: P2sUsers): boolean {
  return (
    os.length > 0 &&
    os.every((name) => {
      const known = operatingSystemNamed(name);
      return known !== undefined && (vpnClients.value[known]?.[entra] ?? []).length > 0;
    })
  );
}
