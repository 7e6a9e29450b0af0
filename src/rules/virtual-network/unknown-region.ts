import { regions, sovereignRegions } from "../../azure/regions.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks } from "../../model/virtual-network.ts";

const names = new Set([...Object.keys(regions.value), ...Object.keys(sovereignRegions.value)]);

export const unknownRegion: Rule = {
  id: "virtual-network/unknown-region",
  severity: "warning",
  summary: "A virtual network stands in a region of Azure.",
  source: regions.source,

  *check(estate) {
    for (const network of allVirtualNetworks(estate)) {
      if (!network.region || names.has(network.region) || isBuilt(network.resource)) continue;
      const guess = didYouMean(network.region, names);
      yield {
        message: `${network.name} stands in ${network.region}, which is no region that Isthmus knows.`,
        origin: originOf(network.resource, "location"),
        hint: guess ? `Write ${guess}.` : "Write the name of a region, such as westeurope.",
      };
    }
  },
};

/** Its region stands in an intent, and was held there against the list and the file's own additions to it. */
function isBuilt(resource: Resource): boolean {
  return resource.parts !== undefined;
}
