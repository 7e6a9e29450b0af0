import { entraOnly, vpnClientAuthentication } from "../../azure/point-to-site-authentication.ts";
import { operatingSystemNamed, vpnClients } from "../../azure/point-to-site-protocols.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { UserDemand } from "../../model/demand.ts";

/** As ARM spells them; `AAD` is Microsoft Entra ID. */
export type AuthenticationType = "Certificate" | "Radius" | "AAD";

export const authenticationTitles: Readonly<Record<AuthenticationType, string>> = {
  Certificate: "certificates",
  Radius: "RADIUS",
  AAD: "Microsoft Entra ID",
};

const TYPES: Readonly<Record<string, AuthenticationType>> = {
  certificate: "Certificate",
  radius: "Radius",
  entraid: "AAD",
  aad: "AAD",
};

export interface ChosenAuthentication {
  readonly group: UserDemand;
  readonly type: AuthenticationType;
  readonly because: readonly Reason[];
}

/** As the group says; else Entra ID where every system that it names has a client for it, and certificates elsewhere. */
export function chooseAuthentication(
  group: UserDemand,
  takesOpenVpn: boolean,
): ChosenAuthentication | Refusal {
  const { authentication } = group;
  if (authentication !== undefined) {
    const type = TYPES[authentication.toLowerCase()];
    return type ? { group, type, because: [] } : refuseUnknown(group.group, authentication);
  }
  if (takesOpenVpn && group.os.length > 0 && group.os.every(hasEntraClient)) {
    const text = `${group.group} sign in with Microsoft Entra ID: Azure's policies ask for it, and every system of theirs has a client for it.`;
    return { group, type: "AAD", because: [{ text, source: entraOnly.source }] };
  }
  const text = `${group.group} connect with certificates: ${whyNotEntra(group, takesOpenVpn)}.`;
  return { group, type: "Certificate", because: [{ text, source: vpnClients.source }] };
}

function whyNotEntra({ os }: UserDemand, takesOpenVpn: boolean): string {
  if (!takesOpenVpn) return "Microsoft Entra ID works over OpenVPN alone, which is not offered to them";
  if (os.length === 0) return "no operating system is named, and every one takes them";
  const missing = os.filter((name) => !hasEntraClient(name));
  return `there is no client for Microsoft Entra ID on ${missing.join(", ")}`;
}

function hasEntraClient(os: string): boolean {
  return protocolsOn(os, "AAD").length > 0;
}

/** With which protocols devices of this system connect. */
export function protocolsOn(os: string, type: AuthenticationType): readonly string[] {
  return vpnClients.value[operatingSystemNamed(os) ?? ""]?.[type] ?? [];
}

function refuseUnknown(group: string, authentication: string): Refusal {
  return {
    because: `${group} sign in with ${authentication}, which no VPN gateway knows.`,
    source: vpnClientAuthentication.source,
    waysOut: ["Write certificate, entraId or radius."],
  };
}
