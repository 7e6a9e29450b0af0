import { natRuleMode } from "../../azure/nat.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand } from "../../model/demand.ts";
import type { AddressDemand } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";

/** A range of the same size for each of a site that is to be translated and has no other addresses of its own choice. */
export function planNatRanges(
  demands: readonly Demand[],
  intent: Intent,
  network: string,
  region: string | undefined,
): readonly AddressDemand[] | Refusal {
  const ends = new Set(demands.flatMap(({ asks }) => asks.farEnd ?? []));
  const sites = intent.sites.filter(
    ({ name, nat }) => ends.has(name) && nat !== undefined && nat.addressSpace === undefined,
  );
  const [first] = sites;
  if (!first) return [];
  if (region === undefined) {
    return {
      because: `The region of ${network} is not known, so no addresses can be planned for ${first.name}.`,
      source: natRuleMode.source,
      waysOut: [`Write the region of ${network}.`, `Give ${first.name} nat: { addressSpace: … }.`],
    };
  }
  return sites.flatMap(({ name, addressSpace }) =>
    addressSpace.map(({ text, prefix }) => ({
      type: "natRange" as const,
      site: name,
      internal: text,
      region,
      length: prefix.length,
    })),
  );
}
