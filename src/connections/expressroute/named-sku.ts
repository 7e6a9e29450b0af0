import { circuitSkus } from "../../azure/expressroute-circuits.ts";
import {
  expressRouteGatewaySkus,
  findExpressRouteGatewaySku,
  isScalable,
  scalableGateway,
} from "../../azure/expressroute-gateways.ts";

/**
 * Whose SKU a person named. `Standard` alone is a gateway's, as ARM names it; a circuit's is `Standard_MeteredData`.
 * `undefined` where it is nobody's.
 */
export function ownerOfSku(sku: string): "gateway" | "circuit" | undefined {
  if (isScalable(sku) || findExpressRouteGatewaySku(sku)) return "gateway";

  const wanted = sku.toLowerCase();
  return circuitSkuNames().some((name) => name.toLowerCase() === wanted) ? "circuit" : undefined;
}

/** What a person may write: gateways with zones, and circuits. */
export function skuNames(): readonly string[] {
  const gateways = Object.entries(expressRouteGatewaySkus.value).filter(
    ([, { zoneRedundant }]) => zoneRedundant,
  );
  const full = circuitSkuNames().filter((name) => name.includes("_"));
  return [...gateways.map(([name]) => name), scalableGateway.value.skuName, ...full];
}

function circuitSkuNames(): readonly string[] {
  return Object.entries(circuitSkus.value).flatMap(([tier, { dataPlans }]) => [
    tier,
    ...dataPlans.map((plan) => `${tier}_${plan}`),
  ]);
}
