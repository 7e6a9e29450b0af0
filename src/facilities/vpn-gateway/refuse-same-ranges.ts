import { vpnGatewayAbout } from "../../azure/gateways.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { Intent } from "../../model/intent.ts";

/**
 * Two sites that use one and the same range: a gateway would send what is for one of them to either. A range within
 * another's is no obstacle, for the longer prefix wins.
 */
export function refuseSameRanges(demands: readonly Demand[], intent: Intent): Refusal | undefined {
  const ends = new Set(demands.flatMap(({ asks }) => asks.farEnd ?? []));
  const first = new Map<string, string>();
  for (const site of intent.sites.filter(({ name }) => ends.has(name))) {
    for (const { text, origin } of site.addressSpace) {
      const other = first.get(text);
      if (other === undefined) first.set(text, site.name);
      else if (other !== site.name) {
        return {
          because: `${other} and ${site.name} both use ${text}, and one gateway reaches a range in one place only.`,
          source: vpnGatewayAbout.source,
          waysOut: [
            `Give ${site.name} another range.`,
            "Translate the addresses with NAT rules, which Isthmus cannot plan yet, and build this connection by hand.",
            "Where both are one place with two devices, write them as one site with two vpnDevices.",
          ],
          origin,
        };
      }
    }
  }
  return undefined;
}
