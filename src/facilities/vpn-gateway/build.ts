import { defaultVpnGatewayAsn } from "../../azure/vpn-gateway-bgp.ts";
import type { PlannedNetworks } from "../../model/connection-kind.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import { idBeside } from "../../model/id-beside.ts";
import { originOf, type Resource } from "../../model/resource.ts";
import type { Field } from "../../model/unknown.ts";
import { VIRTUAL_NETWORK_GATEWAY } from "../../model/virtual-network-gateway.ts";
import { buildPublicAddresses } from "./build-public-addresses.ts";
import { candidateOf } from "./candidate.ts";
import { clientConfigurationOf } from "./client-configuration.ts";
import { plannedAddresses } from "./planned-addresses.ts";
import { requirementOf } from "./requirement.ts";
import { networkAt } from "./size.ts";

type Pools = ReadonlyMap<string, readonly string[]>;

/** The gateway, and the public addresses before it, in the network's resource group. */
export function buildVpnGateway(
  sized: SizedFacility,
  networks: PlannedNetworks,
  _besides: readonly SizedFacility[],
  pools: Pools,
): readonly Resource[] {
  const network = networks.resourceOf(networkAt(sized.at));
  const asked = requirementOf(sized.demands);
  const place: Place = {
    network,
    location: locationOf(network),
    count: plannedAddresses(sized.sku, asked.users.length > 0).length,
  };
  const addresses = buildPublicAddresses(sized.name, place);
  return [buildGateway(sized, place, addresses, pools), ...addresses];
}

export interface Place {
  readonly network: Resource;
  readonly location: Field<string>;
  /** How many public addresses. */
  readonly count: number;
}

function buildGateway(
  sized: SizedFacility,
  { network, location }: Place,
  addresses: readonly Resource[],
  pools: Pools,
): Resource {
  const candidate = candidateOf(sized.sku);
  if (!candidate) throw new Error(`${sized.sku} cannot be created`);

  const asked = requirementOf(sized.demands);
  const clients = clientConfigurationOf(sized, network, pools);
  return {
    id: idBeside(network.id, VIRTUAL_NETWORK_GATEWAY, sized.name),
    type: VIRTUAL_NETWORK_GATEWAY,
    name: sized.name,
    location,
    properties: {
      gatewayType: "Vpn",
      vpnType: "RouteBased",
      vpnGatewayGeneration: candidate.generation,
      sku: { name: sized.sku, tier: sized.sku },
      activeActive: candidate.features.activeActive,
      enableBgp: asked.bgp,
      ...(asked.privateTunnels ? { enablePrivateIpAddress: true } : {}),
      ...(asked.bgp && asked.natRules > 0 ? { enableBgpRouteTranslationForNat: true } : {}),
      ...(asked.bgp ? { bgpSettings: { asn: sized.asn ?? defaultVpnGatewayAsn.value } } : {}),
      ipConfigurations: addresses.map(({ id }, index) => ({
        name: `ip-${index + 1}`,
        properties: {
          privateIPAllocationMethod: "Dynamic",
          publicIPAddress: { id },
          subnet: { id: `${network.id}/subnets/GatewaySubnet` },
        },
      })),
      ...(clients ? { vpnClientConfiguration: clients } : {}),
      ...(clients && asked.customRoutes.length > 0
        ? { customRoutes: { addressPrefixes: asked.customRoutes } }
        : {}),
    },
    origin: network.origin,
    parts: [{ at: ["location"], origin: originOf(network, "location") }],
  };
}

function locationOf({ location, name, origin }: Resource): Field<string> {
  return location ?? { kind: "unknown", because: `the region of ${name} is not given`, origin };
}
