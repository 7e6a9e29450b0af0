/** What every strongSwan has: GCM and elliptic curves are in packages that labs do not ask for. */
export const OFFERED_IKE = "aes256-sha256-modp2048";
export const OFFERED_IPSEC = "aes256-sha256";

/** Of a file of swanctl with one connection. */
export function offersIn(swanctl: string): { readonly ike: string; readonly ipsec: string } {
  return {
    ike: /^ *proposals = (.*)$/m.exec(swanctl)?.[1] ?? "",
    ipsec: /^ *esp_proposals = (.*)$/m.exec(swanctl)?.[1] ?? "",
  };
}
