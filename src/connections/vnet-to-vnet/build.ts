import type { PlannedParts, Wish } from "../../model/connection-kind.ts";
import { GATEWAY_CONNECTION } from "../../model/gateway-connection.ts";
import { idBeside } from "../../model/id-beside.ts";
import type { Resource } from "../../model/resource.ts";
import type { Unknown, Value } from "../../model/unknown.ts";
import { originWithin } from "../../source/origin.ts";
import { demandAt } from "./demands.ts";
import { settingsOf } from "./settings.ts";

/** A connection from either side: Azure joins nothing until both gateways say so, with the same key. */
export function buildVnetToVnet(wish: Wish, plan: PlannedParts): readonly Resource[] {
  const a = sideOf(wish, wish.ends[0].name, plan);
  const b = sideOf(wish, wish.ends[1].name, plan);

  // One object: it becomes one parameter, so that the two keys cannot differ.
  const sharedKey: Unknown = {
    kind: "unknown",
    because: `the pre-shared key between ${a.name} and ${b.name}`,
    origin: wish.origin,
  };
  return [buildConnection(wish, a, b, sharedKey), buildConnection(wish, b, a, sharedKey)];
}

interface Side {
  readonly name: string;
  readonly network: Resource;
  readonly gateway: Resource;
}

function sideOf(wish: Wish, name: string, plan: PlannedParts): Side {
  return { name, network: plan.resourceOf(name), gateway: plan.facilityOf(demandAt(wish, name)).resource };
}

function buildConnection(wish: Wish, from: Side, to: Side, sharedKey: Unknown): Resource {
  const name = `${from.name}-to-${to.name}`;
  return {
    id: idBeside(from.network.id, GATEWAY_CONNECTION, name),
    type: GATEWAY_CONNECTION,
    name,
    location: from.gateway.location ?? from.network.location ?? unknownRegion(from),
    properties: {
      virtualNetworkGateway1: reference(from.gateway),
      virtualNetworkGateway2: reference(to.gateway),
      connectionType: "Vnet2Vnet",
      connectionProtocol: "IKEv2",
      enableBgp: settingsOf(wish).bgp,
      sharedKey,
    },
    origin: wish.origin,
    parts: wish.settings
      ? [{ at: ["properties", "enableBgp"], origin: originWithin(wish.settings.origin, "bgp") }]
      : [],
  };
}

/** ARM's schema wants `properties` in a reference to a gateway, be it empty. */
function reference({ id }: Resource): Value {
  return { id, properties: {} };
}

function unknownRegion({ name, network }: Side): Unknown {
  return { kind: "unknown", because: `the region of ${name} is not given`, origin: network.origin };
}
