import { peeringRequirements } from "../../azure/peering.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import { settingsOf } from "./settings.ts";

/** What the settings of a peering bring about, in words. */
export function notesOnPeering(wish: Wish): readonly Reason[] {
  const { allowVirtualNetworkAccess, allowForwardedTraffic, gatewayTransit } = settingsOf(wish);
  const [a, b] = wish.ends.map((end) => end.name);
  const user = gatewayTransit === a ? b : a;
  const texts = [
    ...(gatewayTransit === undefined
      ? []
      : [`${user} uses the gateway of ${gatewayTransit}: no gateway of its own is needed.`]),
    ...(allowForwardedTraffic
      ? ["Either side accepts traffic that the other forwards for somebody else."]
      : []),
    ...(allowVirtualNetworkAccess ? [] : ["Access is switched off: the peering stands, and nothing flows."]),
  ];
  return texts.map((text) => ({ text, source: peeringRequirements.source }));
}
