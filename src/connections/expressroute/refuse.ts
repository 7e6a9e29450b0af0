import { expressRouteFaq } from "../../azure/expressroute.ts";
import { circuitSkus } from "../../azure/expressroute-circuits.ts";
import { contains } from "../../ip/index.ts";
import type { Refusal, Wish } from "../../model/connection-kind.ts";
import { EXPRESS_ROUTE_CIRCUIT } from "../../model/express-route-circuit.ts";
import { sameType } from "../../model/resource.ts";
import { parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { originWithin } from "../../source/origin.ts";
import { type Ends, endsOf } from "./ends.ts";
import { ownerOfSku, skuNames } from "./named-sku.ts";

/** A SKU of nothing; a site without a circuit; a circuit that is none; a site whose ranges the network has itself. */
export function refuseExpressRoute(wish: Wish): Refusal | undefined {
  const ends = endsOf(wish);
  if (!ends) return undefined;
  return (
    refuseSku(wish) ?? refuseNoCircuit(ends) ?? refuseWrongId(ends) ?? refuseNat(ends) ?? refuseOverlap(ends)
  );
}

function refuseSku({ sku }: Wish): Refusal | undefined {
  if (sku === undefined || ownerOfSku(sku)) return undefined;
  return {
    because: `The SKU ${sku} is asked for, and neither an ExpressRoute gateway nor a circuit has it.`,
    source: circuitSkus.source,
    waysOut: [`Name one of ${skuNames().join(", ")}, or none.`],
  };
}

function refuseNoCircuit({ site }: Ends): Refusal | undefined {
  if (site.circuits.length > 0) return undefined;
  return {
    because: `${site.name} names no circuit, and only a provider can lay one.`,
    source: expressRouteFaq.source,
    waysOut: [
      `Give ${site.name} circuits, each with provider, peeringLocation and bandwidth, with the id of your port of ExpressRoute Direct, or with that of an existing one.`,
      "Join them by Site-to-Site VPN.",
    ],
  };
}

function refuseWrongId({ site }: Ends): Refusal | undefined {
  const wrong = site.circuits.find(({ existing }) => existing !== undefined && !isCircuitId(existing));
  if (!wrong) return undefined;
  return {
    because: `${site.name} has the existing circuit "${wrong.existing}", which is not the id of a circuit.`,
    waysOut: ["Write /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/expressRouteCircuits/…."],
    origin: originWithin(wrong.origin, "existing"),
  };
}

function isCircuitId(id: string): boolean {
  const parts = parseResourceId(id);
  return parts !== undefined && sameType(resourceTypeOf(parts), EXPRESS_ROUTE_CIRCUIT);
}

function refuseNat({ site: { name, nat } }: Ends): Refusal | undefined {
  if (!nat) return undefined;
  return {
    because: `${name} is to be translated, and ExpressRoute has no NAT rules.`,
    source: expressRouteFaq.source,
    waysOut: [`Remove nat from ${name}.`, "Join them by Site-to-Site VPN."],
    origin: nat.origin,
  };
}

/** A site range that contains the network's is no obstacle: the longer prefix wins. */
function refuseOverlap({ network, site }: Ends): Refusal | undefined {
  for (const range of network.addressSpace) {
    const inside = site.addressSpace.find(({ prefix }) => contains(range.prefix, prefix));
    if (!inside) continue;

    const isNetworkFixed = network.existing !== undefined;
    return {
      because: `${site.name} (${inside.text}) lies within ${network.name} (${range.text}): packets for it never leave the network, and ExpressRoute has no NAT.`,
      source: expressRouteFaq.source,
      waysOut: [
        `Give ${isNetworkFixed ? site.name : network.name} another range.`,
        "Join them by Site-to-Site VPN with NAT rules.",
      ],
      origin: isNetworkFixed ? inside.origin : range.origin,
    };
  }
  return undefined;
}
