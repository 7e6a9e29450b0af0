import { contains, type Prefix, parsePrefix } from "../ip/index.ts";
import { isValid } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { networkOfSubnet } from "../model/ip-configurations.ts";
import type { Layer, Node } from "../model/topology.ts";
import { virtualNetworkOf } from "../model/virtual-network.ts";
import { applianceAt } from "./appliances.ts";
import { defaultLayer } from "./layer.ts";
import type { PlacedInterface } from "./network-interface-places.ts";

/**
 * What an appliance tells a Route Server of and no network of the estate holds stands behind it: a network without
 * members, and the rows that lead there. Without them its packets would be sent to itself again.
 */
export function behindAppliance(
  { key, subnetId, view }: PlacedInterface,
  estate: EstateIndex,
): { readonly layer: Layer; readonly node: Node } | undefined {
  const settings = applianceAt(key, estate)?.bgpSettings;
  const networkKey = networkOfSubnet(subnetId);
  const network = networkKey === undefined ? undefined : estate.find(networkKey);
  if (!settings || !network) return undefined;

  const own = virtualNetworkOf(network).addressSpace.filter(isValid);
  const prefixes = settings.advertises
    .flatMap((text) => parsePrefix(text) ?? [])
    .filter((prefix) => isElsewhere(prefix, own));
  if (prefixes.length === 0) return undefined;

  const { origin } = view.resource;
  const id = `${key}#behind`;
  const rows = prefixes.map((prefix) => ({
    prefix,
    nextHop: { to: "members", network: id } as const,
    nextHopType: "VirtualAppliance",
    nextHopIpAddresses: [],
    needs: [],
    origin,
  }));
  return {
    layer: defaultLayer(`${key}/behind`, rows, { shields: true, final: true }),
    node: {
      part: "node",
      id,
      name: `behind ${view.name}`,
      role: "site",
      prefixes,
      forwarding: { does: "no", because: "it is not in the estate" },
      needs: [],
      origin,
    },
  };
}

/** Neither the default route, which leads on into Azure, nor anything around or inside the network. */
function isElsewhere(prefix: Prefix, own: readonly { readonly prefix: Prefix }[]): boolean {
  return (
    prefix.length > 0 &&
    !own.some((range) => contains(range.prefix, prefix) || contains(prefix, range.prefix))
  );
}
