import {
  expressRouteGatewaySkus,
  findExpressRouteGatewaySku,
  isScalable,
  scalableGateway,
} from "../../azure/expressroute-gateways.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import {
  circuitsOfGateway,
  connectionsOfCircuit,
  type ExpressRouteConnection,
} from "../../model/express-route-connection.ts";
import { allExpressRouteGateways, type ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { flagOf } from "../../model/flag-of.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { linksAreKnown } from "./links-are-known.ts";

const AUTHORIZATIONS = "Microsoft.Network/expressRouteCircuits/authorizations";

export const tooSmallSku: Rule = {
  id: "express-route-gateway/too-small-sku",
  severity: "info",
  summary: "The gateway of a circuit carries what the circuit brings.",
  source: expressRouteGatewaySkus.source,

  *check(estate) {
    for (const gateway of allExpressRouteGateways(estate)) {
      const mbps = mbpsOf(gateway);
      if (mbps === undefined || !linksAreKnown(gateway, estate)) continue;

      const link = circuitsOfGateway(gateway.resource.id, estate).find(
        (each) => bringsMore(each, mbps) && isAlone(each, estate),
      );
      if (!link?.circuit) continue;
      yield {
        message: `${link.circuit.name} brings ${link.circuit.bandwidthMbps} Mbps to ${gateway.name} alone, which carries ${mbps} Mbps as ${gateway.skuName}: the rest is paid for and not used.`,
        origin: originOf(gateway.resource, "properties", "sku", "name"),
        related: [{ message: `${link.name} joins the two`, origin: link.origin }],
        hint: `Choose a larger SKU for ${gateway.name}, or FastPath where the SKU has it.`,
      };
    }
  },
};

function mbpsOf({ skuName, mostScaleUnits }: ExpressRouteGateway): number | undefined {
  if (skuName === undefined) return undefined;
  if (!isScalable(skuName)) return findExpressRouteGatewaySku(skuName)?.mbps;

  return mostScaleUnits === undefined ? undefined : mostScaleUnits * scalableGateway.value.perUnit.mbps;
}

function bringsMore({ circuit, resource }: ExpressRouteConnection, mbps: number): boolean {
  const brought = circuit?.bandwidthMbps;
  return brought !== undefined && brought > mbps && flagOf(resource, "expressRouteGatewayBypass") === false;
}

/** No other gateway and no authorization: all of the circuit is for this one. */
function isAlone({ circuit }: ExpressRouteConnection, estate: EstateIndex): boolean {
  if (!circuit || circuit.resource.existing) return false;
  if (estate.childrenOf(circuit.resource, AUTHORIZATIONS).length > 0) return false;

  return new Set(connectionsOfCircuit(circuit, estate).map(({ gatewayKey }) => gatewayKey)).size === 1;
}
