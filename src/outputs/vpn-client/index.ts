import type { ClientPlan } from "./client-plan.ts";
import { ikev2Interfaces, ikev2Settings, ikev2StrongswanConf, ikev2Swanctl } from "./ikev2-profile.ts";
import { openVpnProfile } from "./openvpn-profile.ts";

export {
  CLIENT_CERTIFICATE,
  CLIENT_KEY,
  type ClientPlan,
  planClient,
  SERVER_ROOT,
  TLS_AUTH,
} from "./client-plan.ts";
export {
  clientCertificateFile,
  ikev2Interfaces,
  ikev2Places,
  ikev2StrongswanConf,
  ikev2Swanctl,
} from "./ikev2-profile.ts";
export { openVpnProfile } from "./openvpn-profile.ts";

/**
 * A profile for each protocol that there is a file for: none of SSTP, which only Windows speaks, by its own settings;
 * and none for Entra ID, with which only the Azure VPN Client signs in, by a profile that Azure generates.
 */
export function clientFiles(plan: ClientPlan): ReadonlyMap<string, string> {
  if (plan.authentication === "AAD") return new Map();

  return new Map(
    plan.protocols.flatMap((protocol): [string, string][] => {
      if (protocol === "OpenVPN") return [["openvpn.ovpn", openVpnProfile(plan)]];
      if (protocol !== "IkeV2") return [];
      return [
        ["swanctl.conf", ikev2Swanctl(plan)],
        ["strongswan.conf", ikev2StrongswanConf(plan)],
        ["interfaces.sh", ikev2Interfaces(plan)],
        ["ikev2-settings.txt", ikev2Settings(plan)],
      ];
    }),
  );
}
