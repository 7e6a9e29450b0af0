import type { EstateIndex } from "../../model/estate-index.ts";
import { allExpressRouteGateways, type ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import type { RecognisedFacility } from "../../model/facility-type.ts";
import { keyOf } from "../../model/resource-id.ts";
import { gatewayMeters } from "./meters.ts";

export function recogniseGateways(estate: EstateIndex): readonly RecognisedFacility[] {
  return allExpressRouteGateways(estate).map((gateway) => ({
    facility: "expressroute-gateway",
    resource: keyOf(gateway.resource.id),
    ...(gateway.skuName === undefined ? {} : { sku: gateway.skuName }),
    label: ["ExpressRoute gateway", ...(gateway.skuName === undefined ? [] : [gateway.skuName])].join(" "),
    meters: () => metersOf(gateway),
  }));
}

/** Without a SKU no rate fits, and that it is billed is said all the same. */
function metersOf({ skuName, fewestScaleUnits, region, name }: ExpressRouteGateway) {
  return gatewayMeters({ sku: skuName ?? "of an unknown SKU,", units: fewestScaleUnits, region, name });
}
