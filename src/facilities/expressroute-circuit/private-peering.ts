import { circuitProvisioning } from "../../azure/expressroute-circuits.ts";
import { EXPRESS_ROUTE_CIRCUIT } from "../../model/express-route-circuit.ts";
import type { Resource } from "../../model/resource.ts";
import type { Unknown } from "../../model/unknown.ts";

const PEERING = "AzurePrivatePeering";

/**
 * What is agreed with the provider, and told Azure once the circuit is provisioned: before that it takes no peering. On
 * ports of their own customers settle it alone, and wait for nobody.
 */
export function privatePeering({ id, name, origin }: Resource, settledBy: "provider" | "customer"): Resource {
  const how = settledBy === "provider" ? "as agreed with the provider" : "as its routers are set up";
  const settled = (what: string): Unknown => ({
    kind: "unknown",
    because: `${what} of the private peering of ${name}, ${how}`,
    origin,
  });
  return {
    id: `${id}/peerings/${PEERING}`,
    type: `${EXPRESS_ROUTE_CIRCUIT}/peerings`,
    name: PEERING,
    properties: {
      peeringType: PEERING,
      peerASN: settled("the AS number of the customer's routers"),
      primaryPeerAddressPrefix: settled("the /30 of the first link"),
      secondaryPeerAddressPrefix: settled("the /30 of the second link"),
      vlanId: settled("the VLAN"),
    },
    ...(settledBy === "provider" ? { deployWhen: whenProvisioned } : {}),
    origin,
    parts: [],
  };
}

const whenProvisioned = {
  parameter: "circuitProvisioned",
  because: `Azure takes a peering only once the provider has set the circuit to ${circuitProvisioning.value.peeringsNeed}.`,
};
