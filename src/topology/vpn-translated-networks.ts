import { bgpWeights } from "../azure/bgp-weights.ts";
import { contains, equals, type Prefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Origination, Translation } from "../model/topology.ts";
import { announcedBy } from "./gateway-announced.ts";
import { tags } from "./gateway-tags.ts";
import type { SiteTunnel } from "./vpn-tunnels.ts";

/** Of the ranges that the far end of one connection alone is to know. */
export function translatedTag(connection: string): string {
  return `${tags.network} as ${connection}`;
}

/** Whether a site never sees a range of the network itself: then it is not told any. */
export function isWhollyTranslated(
  prefixes: readonly Prefix[],
  translations: readonly Translation[],
): boolean {
  return (
    translations.length > 0 &&
    prefixes
      .filter(({ family }) => family === 4)
      .every((prefix) => translations.some(({ internal }) => contains(internal, prefix)))
  );
}

/** What the network is called behind this tunnel. */
export function translatedOriginations(
  { connection, gateway, translations }: SiteTunnel,
  estate: EstateIndex,
): readonly Origination[] {
  const announced = announcedBy(gateway.networkKey, estate);
  return translations.ofNetwork
    .filter(({ external }) => !announced.some(({ prefix }) => equals(prefix, external)))
    .map(({ external }) => ({
      prefix: external,
      tag: translatedTag(keyOf(connection.resource.id)),
      weight: bgpWeights.value.others,
      via: { to: "members", network: gateway.networkKey },
      needs: [],
      origin: connection.resource.origin,
    }));
}
