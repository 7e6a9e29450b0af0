import { gatewaySubnetLengths } from "../../azure/named-subnets.ts";
import { privateTunnels } from "../../azure/private-tunnels.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { Demand, Placement } from "../../model/demand.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import { chooseAsn } from "./asn.ts";
import { availabilityOf, refuseZones } from "./availability.ts";
import { chooseSku } from "./choose-sku.ts";
import { metersOf } from "./meters.ts";
import { planNatRanges } from "./plan-nat-ranges.ts";
import { planUsers } from "./plan-users.ts";
import { plannedAddresses } from "./planned-addresses.ts";
import { isRefusal } from "./refusal.ts";
import { refuseAsn } from "./refuse-asn.ts";
import { refuseSameRanges } from "./refuse-same-ranges.ts";
import { refuseTwoWays } from "./refuse-two-ways.ts";
import { inOrder, requirementOf } from "./requirement.ts";

/** The smallest gateway that does all that is asked at one network. */
export function sizeVpnGateway(
  at: Placement,
  demands: readonly Demand[],
  intent: Intent,
): SizedFacility | Refusal {
  const network = networkAt(at);
  const region = intent.virtualNetworks.find(({ name }) => name === network)?.region;
  const asked = requirementOf(demands);
  const chosen =
    refuseSameRanges(demands, intent) ?? refuseTwoWays(inOrder(demands)) ?? chooseSku(demands, asked);
  if (isRefusal(chosen)) return chosen;

  const { candidate } = chosen;
  const users = refuseZones(network, region, asked) ?? planUsers(asked.users, candidate, network, region);
  if (isRefusal(users)) return users;

  const natRanges = planNatRanges(demands, intent, network, region);
  if (isRefusal(natRanges)) return natRanges;

  const asn = asked.bgp ? chooseAsn(network, demands, intent) : undefined;
  const wrongAsn = asn && refuseAsn(asn.asn, demands);
  if (wrongAsn) return wrongAsn;

  const name = `${network}-vpn`;
  return {
    facility: "vpn-gateway",
    title: "VPN gateway",
    at,
    name,
    sku: candidate.sku,
    demands: inOrder(demands),
    ...(asn ? { asn: asn.asn } : {}),
    addresses: [
      {
        type: "subnet",
        virtualNetwork: network,
        name: "GatewaySubnet",
        length: gatewaySubnetLengths.value.recommended,
      },
      ...users.addresses,
      ...natRanges,
    ],
    meters: metersOf({
      name,
      sku: candidate.sku,
      region,
      publicAddresses: plannedAddresses(candidate.sku, asked.users.length > 0),
    }),
    because: [
      ...chosen.because,
      ...availabilityOf(candidate, region, asked),
      ...(asked.privateTunnels ? [endsPrivateTunnels(network)] : []),
      ...(asn?.because ?? []),
      ...users.because,
    ],
  };
}

function endsPrivateTunnels(network: string): Reason {
  return {
    text: `Its instances also have private addresses in the GatewaySubnet of ${network}, where the tunnels over the circuit end.`,
    source: privateTunnels.source,
  };
}

export function networkAt(at: Placement): string {
  if (!("virtualNetwork" in at)) throw new Error("a VPN gateway stands in a virtual network");
  return at.virtualNetwork;
}
