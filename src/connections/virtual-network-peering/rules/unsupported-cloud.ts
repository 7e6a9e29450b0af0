import { regions, sovereignRegions } from "../../../azure/regions.ts";
import type { Rule } from "../../../model/rule.ts";
import type { VirtualNetwork } from "../../../model/virtual-network.ts";
import { firstHalves } from "../halves.ts";
import { placeOfRemote } from "../place.ts";

export const unsupportedCloud: Rule = {
  id: "virtual-network-peering/unsupported-cloud",
  severity: "error",
  summary: "Peered virtual networks must be in the same Azure cloud.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",

  *check(estate) {
    for (const half of firstHalves(estate)) {
      const [here, there] = [cloudOf(half.local), cloudOf(half.remote)];
      if (here === undefined || there === undefined || here === there) continue;

      yield {
        message: `${half.localName} (${half.local?.region}) and ${half.remoteName} (${half.remote?.region}) are in different clouds, ${here} and ${there}.`,
        origin: placeOfRemote(half),
        hint: "Join them by a Site-to-Site VPN.",
      };
    }
  },
};

/** `undefined` for a region that no list has: it may be new, in whichever cloud. */
function cloudOf(network: VirtualNetwork | undefined): "public" | "government" | "china" | undefined {
  const region = network?.region;
  if (region === undefined) return undefined;
  if (Object.hasOwn(sovereignRegions.value, region)) return sovereignRegions.value[region];
  return Object.hasOwn(regions.value, region) ? "public" : undefined;
}
