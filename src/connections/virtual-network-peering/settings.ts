import * as z from "zod";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Wish } from "../../model/connection-kind.ts";
import { originWithin } from "../../source/origin.ts";

/** What a person may say of a peering beyond its ends, in ARM's words. */
export const peeringSettings = z.strictObject({
  allowVirtualNetworkAccess: z.boolean().default(true),
  allowForwardedTraffic: z.boolean().default(false),
  gatewayTransit: z
    .string()
    .exactOptional()
    .describe(
      "The network whose gateway the other one uses: allowGatewayTransit here, useRemoteGateways there.",
    ),
});

export type PeeringSettings = z.output<typeof peeringSettings>;

const defaultSettings: PeeringSettings = {
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: false,
};

export function settingsOf(wish: Wish): PeeringSettings {
  const result = peeringSettings.safeParse(wish.settings?.value ?? {});
  return result.success ? result.data : defaultSettings;
}

/** `gatewayTransit` must name one of the two, and one that has its gateway already: Isthmus plans none here. */
export function checkTransit(wish: Wish): readonly Diagnostic[] {
  const { gatewayTransit } = settingsOf(wish);
  if (gatewayTransit === undefined || !wish.settings) return [];

  const origin = originWithin(wish.settings.origin, "gatewayTransit");
  const names = wish.ends.map((end) => end.name);
  const owner = wish.ends.find((end) => end.name === gatewayTransit);
  if (!owner) {
    return [
      {
        rule: "intent/unknown-name",
        severity: "error",
        message: `gatewayTransit names ${gatewayTransit}, which is neither end of ${wish.name}.`,
        origin,
        hint: `Write ${names.join(" or ")}.`,
      },
    ];
  }
  if (owner.type === "virtualNetwork" && owner.network.existing !== undefined) return [];
  return [
    {
      rule: "intent/missing-gateway",
      severity: "error",
      message: `${gatewayTransit} is planned without a gateway, so ${wish.name} has none to use by gateway transit.`,
      origin,
      hint: "Remove gatewayTransit, or name an existing network that has its gateway.",
    },
  ];
}
