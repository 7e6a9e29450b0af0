import { gatewayPublicAddress } from "../../azure/public-addresses.ts";
import { idBeside } from "../../model/id-beside.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Value } from "../../model/unknown.ts";
import { normaliseRegion } from "../../model/virtual-network.ts";
import { zonesOf } from "./availability.ts";
import type { Place } from "./build.ts";

const PUBLIC_IP_ADDRESS = "Microsoft.Network/publicIPAddresses";

/** One an ipConfiguration; in every zone of a region that has zones. */
export function buildPublicAddresses(
  gateway: string,
  { network, location, count }: Place,
): readonly Resource[] {
  const { sku, publicIPAllocationMethod } = gatewayPublicAddress.value;
  const zones = zonesIn(network);
  return Array.from({ length: count }, (_, index): Resource => {
    const name = `${gateway}-ip-${index + 1}`;
    return {
      id: idBeside(network.id, PUBLIC_IP_ADDRESS, name),
      type: PUBLIC_IP_ADDRESS,
      name,
      location,
      properties: { publicIPAllocationMethod, publicIPAddressVersion: "IPv4" },
      envelope: { sku: { name: sku, tier: "Regional" }, ...(zones === undefined ? {} : { zones }) },
      origin: network.origin,
      parts: [{ at: ["location"], origin: originOf(network, "location") }],
    };
  });
}

/** `undefined`: none. */
function zonesIn({ location, name, origin }: Resource): Value | undefined {
  const region = typeof location === "string" ? normaliseRegion(location) : undefined;
  const hasZones = zonesOf(region);
  if (hasZones === false) return undefined;
  if (hasZones === true) return gatewayPublicAddress.value.zones;
  return {
    kind: "unknown",
    because: `The availability zones of the region of ${name}; an empty list where it has none.`,
    origin,
  };
}
