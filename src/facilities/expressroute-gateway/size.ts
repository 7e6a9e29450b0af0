import { expressRouteGatewaySubnet } from "../../azure/expressroute-gateways.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { Demand, Placement } from "../../model/demand.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import { type Candidate } from "./candidates.ts";
import { chooseSku } from "./choose-sku.ts";
import { gatewayMeters } from "./meters.ts";
import { type Requirement, requirementOf } from "./requirement.ts";

/** A gateway with what building it needs to know beyond its SKU. */
export interface SizedGateway extends SizedFacility {
  readonly at: { readonly virtualNetwork: string };
  /** Of the scalable SKU. */
  readonly units?: number;
}

export function sizeGateway(
  at: Placement,
  demands: readonly Demand[],
  intent: Intent,
): SizedGateway | Refusal {
  if (!("virtualNetwork" in at)) throw new Error("an ExpressRoute gateway stands in a virtual network");

  const { virtualNetwork } = at;
  const region = intent.virtualNetworks.find(({ name }) => name === virtualNetwork)?.region;
  const asked = requirementOf(demands, intent);
  const chosen = chooseSku(asked, region);
  if ("waysOut" in chosen) return chosen;

  const { candidate } = chosen;
  const name = `${virtualNetwork}-expressroute`;
  return {
    facility: "expressroute-gateway",
    title: "ExpressRoute gateway",
    at,
    name,
    sku: candidate.sku,
    ...(candidate.units === undefined ? {} : { units: candidate.units }),
    demands: inOrder(demands),
    addresses: [
      {
        type: "subnet",
        virtualNetwork,
        name: "GatewaySubnet",
        length: subnetLength(asked),
        sharedLength: Math.min(subnetLength(asked), expressRouteGatewaySubnet.value.withVpnGateway),
      },
    ],
    meters: metersOf(candidate, region, name),
    because: [...chosen.because, ...subnetReasons(asked)],
  };
}

export function isSizedGateway(sized: SizedFacility): sized is SizedGateway {
  return sized.facility === "expressroute-gateway" && "virtualNetwork" in sized.at;
}

function metersOf({ sku, units }: Candidate, region: string | undefined, name: string) {
  return gatewayMeters({ sku, units, region, name });
}

function subnetLength({ circuits }: Requirement): number {
  const { smallest, manyCircuits } = expressRouteGatewaySubnet.value;
  return circuits >= manyCircuits.circuits ? manyCircuits.length : smallest;
}

function subnetReasons(asked: Requirement): readonly Reason[] {
  const { smallest } = expressRouteGatewaySubnet.value;
  const length = subnetLength(asked);
  if (length === smallest) return [];
  return [
    {
      text: `GatewaySubnet is a /${length}, for ${asked.circuits} circuits.`,
      source: expressRouteGatewaySubnet.source,
    },
  ];
}

/** One order, whichever way they come. */
function inOrder(demands: readonly Demand[]): readonly Demand[] {
  return [...demands].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
}

function orderKey({ usedBy, asks }: Demand): string {
  return `${usedBy}\n${JSON.stringify(asks)}`;
}
