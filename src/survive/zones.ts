import { findExpressRouteGatewaySku } from "../azure/expressroute-gateways.ts";
import { regions } from "../azure/regions.ts";
import { vpnGatewaySkus } from "../azure/vpn-gateway-skus.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allExpressRouteGateways } from "../model/express-route-gateway.ts";
import { valueAt } from "../model/properties.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList } from "../model/unknown.ts";
import { normaliseRegion } from "../model/virtual-network.ts";
import { allVpnGateways } from "../model/virtual-network-gateway.ts";
import { textsIn } from "./mentions.ts";
import type { ZoneAnswer } from "./survival.ts";

/** Which zone each instance stands in no estate says; what it does say is the SKU, the region and the addresses' zones. */
export function zoneAnswers(estate: EstateIndex): readonly ZoneAnswer[] {
  const vpn = allVpnGateways(estate).map((gateway) => ({
    ...gateway,
    sku: Object.entries(vpnGatewaySkus.value).find(
      ([name]) => name.toLowerCase() === gateway.skuName?.toLowerCase(),
    )?.[1],
  }));
  const circuit = allExpressRouteGateways(estate).map((gateway) => ({
    ...gateway,
    sku: findExpressRouteGatewaySku(gateway.skuName ?? ""),
  }));
  return [...vpn, ...circuit].map(({ resource, skuName, sku }) => {
    const { location } = resource;
    const region = typeof location === "string" ? normaliseRegion(location) : undefined;
    const gateway = keyOf(resource.id);
    const pinned = pinnedAddress(textsIn(resource.properties), estate);
    if (!sku) return { gateway, survives: "notModelled", because: "the file names no SKU that is known" };
    if (!sku.zoneRedundant)
      return { gateway, survives: "notModelled", because: `its SKU ${skuName} says nothing of zones` };
    if (region === undefined || !regions.value[region]?.availabilityZones)
      return { gateway, survives: "notModelled", because: "whether its region has zones is not known" };
    if (pinned !== undefined)
      return { gateway, survives: "notModelled", because: `its address ${pinned} is in one zone alone` };
    return { gateway, survives: "yes", because: `its SKU ${skuName} stands in several zones` };
  });
}

function pinnedAddress(texts: readonly string[], estate: EstateIndex): string | undefined {
  for (const text of texts) {
    const address = text.startsWith("/") ? estate.find(text) : undefined;
    const zones = valueAt(address?.envelope, ["zones"]);
    if (address && keyOf(address.id).includes("/publicipaddresses/") && isList(zones) && zones.length === 1)
      return address.name;
  }
  return undefined;
}
