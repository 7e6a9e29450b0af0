import * as z from "zod";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Wish } from "../../model/connection-kind.ts";
import { findEnd } from "../../model/find-end.ts";
import { originWithin } from "../../source/origin.ts";

/** What a person may say of a Site-to-Site VPN beyond its ends, in ARM's words where ARM has one. */
export const siteToSiteSettings = z.strictObject({
  connectionProtocol: z.enum(["IKEv2", "IKEv1"]).default("IKEv2"),
  bgp: z
    .boolean()
    .exactOptional()
    .describe("Exchange routes by BGP; on where every device of the site has an ASN."),
});

export type SiteToSiteSettings = z.output<typeof siteToSiteSettings>;

export function settingsOf(wish: Wish): SiteToSiteSettings {
  const result = siteToSiteSettings.safeParse(wish.settings?.value ?? {});
  return result.success ? result.data : { connectionProtocol: "IKEv2" };
}

export function usesBgp(wish: Wish): boolean {
  const devices = findEnd(wish, "site")?.site.vpnDevices ?? [];
  return settingsOf(wish).bgp ?? (devices.length > 0 && devices.every(({ asn }) => asn !== undefined));
}

/** BGP with a device that has no ASN; several tunnels without BGP. */
export function checkBgp(wish: Wish): readonly Diagnostic[] {
  const site = findEnd(wish, "site")?.site;
  const { bgp } = settingsOf(wish);
  if (!site || bgp === undefined || !wish.settings) return [];

  const without = site.vpnDevices.find(({ asn }) => asn === undefined);
  const problem = { rule: "intent/invalid-value", severity: "error" } as const;
  const origin = originWithin(wish.settings.origin, "bgp");
  if (bgp && without) {
    return [
      {
        ...problem,
        message: `${wish.name} is to use BGP, and the device ${without.publicIp} of ${site.name} has no asn.`,
        origin,
        related: [{ message: `${without.publicIp} stands here`, origin: without.origin }],
        hint: "Give the device its asn, or remove bgp.",
      },
    ];
  }
  if (bgp || site.vpnDevices.length < 2) return [];
  return [
    {
      ...problem,
      message: `${site.name} has ${site.vpnDevices.length} devices, and several tunnels to one site need BGP.`,
      origin,
      hint: "Remove bgp, or name one device only.",
    },
  ];
}
