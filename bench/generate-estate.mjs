/** A hub and its spokes: below Azure's limit of 500 peerings a network, and far below what one BGP session takes. */
export const NETWORKS_A_GROUP = 100;
const SUBNETS = 10;
export const SCOPE = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/bench";
const REGIONS = ["westeurope", "northeurope", "francecentral", "uksouth", "swedencentral"];

/**
 * The file form of a legal estate of that many networks with ten subnets each: hubs of up to 99 spokes, each with an
 * active-active VPN gateway, a site that speaks BGP, users who dial in, an appliance that every second spoke goes
 * through, security groups, and a VNet-to-VNet connection with the next hub.
 */
export function generateEstate(networkCount) {
  const groups = Math.max(1, Math.round(networkCount / NETWORKS_A_GROUP));
  const resources = [securityGroup()];
  const sites = [];
  const p2sUsers = [];
  const appliances = [];
  for (let group = 0; group < groups; group++) {
    const first = group * NETWORKS_A_GROUP;
    const size = Math.min(NETWORKS_A_GROUP, networkCount - first);
    resources.push(...hubOf(group, first, size), ...gatewayOf(group, groups));
    for (let index = first + 1; index < first + size; index++)
      resources.push(...spokeOf(group, first, index));
    sites.push(siteOf(group));
    p2sUsers.push({
      name: `staff-${group}`,
      count: 50,
      maxConcurrent: 20,
      vpnClientAddressPool: [poolOf(group)],
    });
    appliances.push({
      name: `nva-${group}`,
      resource: `Microsoft.Network/networkInterfaces/nva-${group}`,
      forwards: true,
      stateful: true,
      sourceNat: false,
    });
  }
  return { formatVersion: 1, scope: SCOPE, resources, sites, p2sUsers, appliances };
}

/** Every network is a /22 of 10.0.0.0/8, every subnet a /26 in it. */
function rangeOf(network) {
  return `10.${network >> 6}.${(network & 63) * 4}`;
}

function subnetPrefix(network, subnet) {
  const [first, second, third] = rangeOf(network).split(".").map(Number);
  return `${first}.${second}.${third + (subnet >> 2)}.${(subnet & 3) * 64}/26`;
}

function poolOf(group) {
  return `192.168.${group}.0/24`;
}

function networkId(index) {
  return `Microsoft.Network/virtualNetworks/vnet-${index}`;
}

function id(path) {
  return { id: `${SCOPE}/providers/${path}` };
}

function network(index, region, subnets, peers) {
  return {
    type: "Microsoft.Network/virtualNetworks",
    name: `vnet-${index}`,
    location: region,
    properties: {
      addressSpace: { addressPrefixes: [`${rangeOf(index)}.0/22`] },
      subnets: subnets.map((properties, subnet) => ({
        name: properties.name ?? `subnet-${subnet}`,
        properties: { addressPrefix: subnetPrefix(index, subnet), ...properties.properties },
      })),
      virtualNetworkPeerings: peers,
    },
  };
}

function peering(to, flags) {
  return {
    name: `to-${to}`,
    properties: {
      remoteVirtualNetwork: id(networkId(to)),
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: true,
      ...flags,
    },
  };
}

function hubOf(group, first, size) {
  const region = REGIONS[group % REGIONS.length];
  const subnets = Array.from({ length: SUBNETS }, (_, subnet) => ({
    ...(subnet === 0 ? { name: "GatewaySubnet" } : {}),
    properties: {},
  }));
  const spokes = Array.from({ length: size - 1 }, (_, spoke) =>
    peering(first + 1 + spoke, { allowGatewayTransit: true }),
  );
  return [
    network(first, region, subnets, spokes),
    {
      type: "Microsoft.Network/networkInterfaces",
      name: `nva-${group}`,
      location: region,
      properties: {
        enableIPForwarding: true,
        ipConfigurations: [
          {
            name: "main",
            properties: {
              privateIPAddress: applianceAddress(first),
              subnet: id(`${networkId(first)}/subnets/subnet-1`),
            },
          },
        ],
      },
    },
    {
      type: "Microsoft.Network/routeTables",
      name: `through-nva-${group}`,
      location: region,
      properties: {
        disableBgpRoutePropagation: true,
        routes: [
          {
            name: "all",
            properties: {
              addressPrefix: "0.0.0.0/0",
              nextHopType: "VirtualAppliance",
              nextHopIpAddress: applianceAddress(first),
            },
          },
        ],
      },
    },
  ];
}

function applianceAddress(first) {
  return `${rangeOf(first)}.68`;
}

function spokeOf(group, first, index) {
  const region = REGIONS[group % REGIONS.length];
  const throughAppliance = index % 2 === 1;
  const subnets = Array.from({ length: SUBNETS }, (_, subnet) => ({
    properties: {
      ...(throughAppliance ? { routeTable: id(`Microsoft.Network/routeTables/through-nva-${group}`) } : {}),
      ...(subnet % 3 === 0
        ? { networkSecurityGroup: id("Microsoft.Network/networkSecurityGroups/web") }
        : {}),
    },
  }));
  return [network(index, region, subnets, [peering(first, { useRemoteGateways: true })])];
}

function gatewayOf(group, groups) {
  const region = REGIONS[group % REGIONS.length];
  const first = group * NETWORKS_A_GROUP;
  const name = `gateway-${group}`;
  const address = { id: `${SCOPE}/providers/Microsoft.Network/publicIPAddresses/ip-${group}` };
  const gatewayId = (of) => id(`Microsoft.Network/virtualNetworkGateways/gateway-${of}`);
  const subnet = id(`${networkId(first)}/subnets/GatewaySubnet`);
  // Pairs of hubs: each session stays small, as Azure's limits want it.
  const other = group % 2 === 0 ? group + 1 : group - 1;
  const pair = other < groups ? [other] : [];
  return [
    {
      type: "Microsoft.Network/virtualNetworkGateways",
      name,
      location: region,
      properties: {
        gatewayType: "Vpn",
        vpnType: "RouteBased",
        activeActive: true,
        enableBgp: true,
        sku: { name: "VpnGw2AZ", tier: "VpnGw2AZ" },
        bgpSettings: { asn: 65001 + group },
        ipConfigurations: ["a", "b", "c"].map((one) => ({
          name: one,
          properties: { subnet, publicIPAddress: { id: `${address.id}-${one}` } },
        })),
        vpnClientConfiguration: {
          vpnClientAddressPool: { addressPrefixes: [poolOf(group)] },
          vpnClientProtocols: ["OpenVPN"],
        },
      },
    },
    {
      type: "Microsoft.Network/localNetworkGateways",
      name: `site-${group}`,
      location: region,
      properties: {
        gatewayIpAddress: siteAddress(group),
        localNetworkAddressSpace: { addressPrefixes: [] },
        bgpSettings: { asn: 64800 + group, bgpPeeringAddress: `172.31.${group}.1` },
      },
    },
    {
      type: "Microsoft.Network/connections",
      name: `to-site-${group}`,
      location: region,
      properties: {
        connectionType: "IPsec",
        enableBgp: true,
        virtualNetworkGateway1: gatewayId(group),
        localNetworkGateway2: id(`Microsoft.Network/localNetworkGateways/site-${group}`),
      },
    },
    ...pair.map((to) => ({
      type: "Microsoft.Network/connections",
      name: `hub-${group}-to-${to}`,
      location: region,
      properties: {
        connectionType: "Vnet2Vnet",
        enableBgp: true,
        virtualNetworkGateway1: gatewayId(group),
        virtualNetworkGateway2: gatewayId(to),
      },
    })),
  ];
}

function siteAddress(group) {
  return `198.18.${group}.1`;
}

function siteOf(group) {
  return {
    name: `branch-${group}`,
    addressPrefixes: [`172.16.${group}.0/24`],
    vpnDevices: [
      {
        name: "device",
        publicIpAddress: siteAddress(group),
        asn: 64800 + group,
        bgpPeeringAddress: `172.31.${group}.1`,
        tunnels: [],
      },
    ],
  };
}

function securityGroup() {
  return {
    type: "Microsoft.Network/networkSecurityGroups",
    name: "web",
    location: REGIONS[0],
    properties: {
      securityRules: [
        {
          name: "https",
          properties: {
            priority: 100,
            direction: "Inbound",
            access: "Allow",
            protocol: "Tcp",
            sourceAddressPrefix: "VirtualNetwork",
            sourcePortRange: "*",
            destinationAddressPrefix: "*",
            destinationPortRange: "443",
          },
        },
      ],
    },
  };
}
