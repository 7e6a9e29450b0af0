import { withHead } from "../device-config/header.ts";
import { CLIENT_CERTIFICATE, CLIENT_KEY, type ClientPlan, SERVER_ROOT, TLS_AUTH } from "./client-plan.ts";

/** As the profile that Azure generates; what stands in it for one gateway alone is a placeholder. */
export function openVpnProfile(plan: ClientPlan): string {
  const lines = [
    "client",
    `remote ${plan.server} 443`,
    `verify-x509-name ${plan.server} name`,
    "remote-cert-tls server",
    "dev tun",
    "proto tcp",
    "resolv-retry infinite",
    "nobind",
    "auth SHA256",
    "data-ciphers AES-256-GCM",
    "persist-key",
    "persist-tun",
    "tls-timeout 30",
    "tls-version-min 1.2",
    "key-direction 1",
    "verb 3",
    ...inline("ca", SERVER_ROOT),
    ...inline("tls-auth", TLS_AUTH),
    ...(plan.authentication === "Radius"
      ? ["auth-user-pass"]
      : [...inline("cert", CLIENT_CERTIFICATE), ...inline("key", CLIENT_KEY)]),
  ];
  return withHead({ mark: "#" }, lines.join("\n"), plan.placeholders, [
    `Profile of ${plan.users} for OpenVPN 2.5 or later and for OpenVPN Connect.`,
    `Made by Isthmus from gateway ${plan.gateway}, which gives addresses of ${plan.pool.join(", ")} and tells routes to`,
    `${plan.told.join(", ")}.`,
    "Run in the lab with real packets: this very file, with the lab's address, keys and certificates filled in.",
  ]);
}

function inline(name: string, content: string): readonly string[] {
  return [`<${name}>`, content, `</${name}>`];
}
