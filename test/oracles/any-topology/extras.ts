import { publicAddress } from "./appliances.ts";
import type { Network } from "./networks.ts";
import { addressOn } from "./networks.ts";
import { type Growing, idOf, origin, ref } from "./parts.ts";

/** Private endpoints, service endpoints and ways to the internet. */
export function addExtras(estate: Growing, networks: readonly Network[]): void {
  for (const network of networks) {
    addPrivateEndpoint(estate, network);
    addServiceEndpoint(estate, network);
    addEgress(estate, network);
  }
}

function addPrivateEndpoint(estate: Growing, network: Network): void {
  const draw = estate.draw(`private endpoint ${network.name}`);
  const subnet = draw.pick(network.subnets.filter(({ name }) => name === "app" || name === "data"));
  if (!draw.chance(0.3) || !estate.has("privateEndpoints")) return;
  const path = `privateEndpoints/${network.name}-pe`;
  const nic = `networkInterfaces/${network.name}-pe-nic`;
  const address = addressOn(subnet, 50);
  estate.extend(subnet.id, {
    privateEndpointNetworkPolicies: draw.pick(["Disabled", "Enabled", "RouteTableEnabled"]),
  });
  estate.add(
    path,
    { subnet: ref(subnet.path), networkInterfaces: [ref(nic)], privateLinkServiceConnections: [] },
    { location: network.region },
  );
  estate.add(
    nic,
    {
      privateEndpoint: ref(path),
      ipConfigurations: [
        {
          name: "private",
          properties: { privateIPAddress: address, subnet: ref(subnet.path), primary: true },
        },
      ],
    },
    { location: network.region },
  );
}

function addServiceEndpoint(estate: Growing, network: Network): void {
  const draw = estate.draw(`service endpoint ${network.name}`);
  const [subnet] = network.subnets;
  if (!subnet || !draw.chance(0.25) || !estate.has("serviceEndpoints")) return;
  estate.extend(subnet.id, { serviceEndpoints: [{ service: "Microsoft.Storage", locations: ["*"] }] });
  if (draw.chance(0.7))
    estate.observed.push({
      resource: subnet.id.toLowerCase(),
      name: "serviceEndpointPrefixes",
      value: { "Microsoft.Storage": ["20.60.0.0/16"] },
      origin,
    });
}

function addEgress(estate: Growing, network: Network): void {
  const draw = estate.draw(`egress ${network.name}`);
  const subnet = draw.pick(network.subnets);
  if (!estate.has("egress") || subnet.name.endsWith("Subnet")) return;
  if (draw.chance(0.2)) {
    const path = `natGateways/${network.name}-nat`;
    estate.add(
      path,
      { publicIpAddresses: [publicAddress(estate, `${network.name}-nat`)] },
      { location: network.region, sku: { name: "Standard" } },
    );
    estate.extend(subnet.id, { natGateway: ref(path) });
  } else if (draw.chance(0.4)) {
    estate.extend(idOf(subnet.path), { defaultOutboundAccess: draw.chance(0.5) });
  }
}
