import type { EstateIndex } from "../model/estate-index.ts";
import { isReference, referenceOf } from "../model/reference.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Gap } from "../model/topology.ts";
import { isUnknown } from "../model/unknown.ts";
import type { VirtualNetworkGateway } from "../model/virtual-network-gateway.ts";
import { assumed, notModelled } from "./gap.ts";
import { findStandingGateway, standingGatewaysIn } from "./gateway-instances.ts";
import { tunnelsOfInstance } from "./vpn-tunnels.ts";

/** What of a gateway is not known, or is not followed. */
export function* gapsOfGateway(gateway: VirtualNetworkGateway, estate: EstateIndex): Iterable<Gap> {
  const { resource, name, gatewayType, networkKey } = gateway;
  if (gatewayType === undefined) yield notModelled(resource, `the type of the gateway ${name} is not known`);
  if (networkKey === undefined)
    yield notModelled(resource, `nobody says in which network the gateway ${name} stands`);

  const standing = findStandingGateway(resource.id, estate);
  if (!standing) return;

  if (!estate.find(standing.networkKey))
    yield notModelled(resource, `the network of ${name} is not in the estate: ${standing.networkKey}`);
  if (gatewayType !== "Vpn") return;

  if (gateway.activeActive === undefined)
    yield assumed(resource, `nobody says whether ${name} runs active-active; it is taken for active-standby`);
  if (gateway.asn === undefined)
    yield assumed(resource, `the ASN of ${name} is not known; ${standing.asn}, Azure's own, is taken`);
  if (gateway.vpnType?.toLowerCase() === "policybased")
    yield notModelled(resource, `${name} is policy-based: which ranges its tunnels carry is not followed`);

  const besides = standingGatewaysIn(standing.networkKey, "ExpressRoute", estate);
  if (besides.some(({ asn }) => asn !== standing.asn))
    yield notModelled(
      resource,
      `what ${name}, with the ASN ${standing.asn}, and the ExpressRoute gateway beside it tell each other is not known`,
    );
  yield* defaultSite(
    gateway,
    standing.instances.map(({ node }) => node),
    estate,
  );
}

function* defaultSite(
  { resource, name }: VirtualNetworkGateway,
  instances: readonly string[],
  estate: EstateIndex,
): Iterable<Gap> {
  const site = referenceOf(resource, "gatewayDefaultSite");
  if (isUnknown(site))
    yield notModelled(resource, `the default site of ${name} is not known: ${site.because}`);
  if (!isReference(site)) return;

  const hasTunnel = instances.some((node) =>
    tunnelsOfInstance(node, estate).some(({ local }) => keyOf(local.resource.id) === keyOf(site.id)),
  );
  if (!hasTunnel)
    yield notModelled(resource, `no connection of ${name} leads to its default site ${site.id}`, site.origin);
}
