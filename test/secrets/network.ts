import { remembered, secret } from "./planted.ts";

export const SCOPE = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/net";

export interface WrittenResource {
  readonly type: string;
  readonly name: string;
  readonly location: string;
  readonly tags?: object;
  readonly properties: object;
}

const NETWORK = "Microsoft.Network";

export function idOf(type: string, name: string): string {
  const names = name.split("/");
  const path = type
    .split("/")
    .slice(1)
    .flatMap((part, index) => [part, names[index] ?? ""]);
  return `${SCOPE}/providers/${type.split("/")[0]}/${path.join("/")}`;
}

function ofNetwork(type: string, name: string, properties: object, more: object = {}): WrittenResource {
  return { type: `${NETWORK}/${type}`, name, location: "westeurope", ...more, properties };
}

const id = (type: string, name: string) => ({ id: idOf(`${NETWORK}/${type}`, name) });

/** Everything that holds a key somewhere; `stem` makes them other ones. */
export function network(stem: string): readonly WrittenResource[] {
  return [
    ...virtualNetwork("hub", "10.1"),
    ...virtualNetwork("far", "10.2"),
    ...gateways(stem),
    ...rest(stem),
  ];
}

function virtualNetwork(name: string, range: string): readonly WrittenResource[] {
  return [
    ofNetwork("virtualNetworks", name, {
      addressSpace: { addressPrefixes: [`${range}.0.0/16`] },
      subnets: [
        { name: "GatewaySubnet", properties: { addressPrefix: `${range}.0.0/27` } },
        { name: "app", properties: { addressPrefix: `${range}.1.0/24` } },
      ],
    }),
    ofNetwork("publicIPAddresses", `${name}-ip`, { publicIPAllocationMethod: "Static" }),
  ];
}

function gateways(stem: string): readonly WrittenResource[] {
  const gateway = (name: string, more: object) =>
    ofNetwork("virtualNetworkGateways", `${name}-vpn`, {
      gatewayType: "Vpn",
      vpnType: "RouteBased",
      sku: { name: "VpnGw1AZ", tier: "VpnGw1AZ" },
      ipConfigurations: [
        {
          name: "default",
          properties: {
            subnet: id("virtualNetworks/subnets", `${name}/GatewaySubnet`),
            publicIPAddress: id("publicIPAddresses", `${name}-ip`),
          },
        },
      ],
      ...more,
    });
  return [
    gateway("hub", {
      vpnClientConfiguration: {
        vpnClientAddressPool: { addressPrefixes: ["172.16.0.0/24"] },
        vpnClientProtocols: ["OpenVPN"],
        vpnAuthenticationTypes: ["Radius"],
        radiusServerAddress: "10.1.1.4",
        radiusServerSecret: secret(`${stem} radius`),
        radiusServers: [
          { radiusServerAddress: "10.1.1.5", radiusServerSecret: secret(`${stem} radius list`) },
        ],
      },
    }),
    gateway("far", {}),
    joined("hub-to-far", "hub", "far", secret(`${stem} there`)),
    joined("far-to-hub", "far", "hub", secret(`${stem} back`)),
    ofNetwork("localNetworkGateways", "office", {
      gatewayIpAddress: "198.51.100.7",
      localNetworkAddressSpace: { addressPrefixes: ["192.168.0.0/24"] },
    }),
    ofNetwork("connections", "to-office", {
      connectionType: "IPsec",
      virtualNetworkGateway1: id("virtualNetworkGateways", "hub-vpn"),
      localNetworkGateway2: id("localNetworkGateways", "office"),
      sharedKey: secret(`${stem} office`, 200),
    }),
    ofNetwork("connections", "to-elsewhere", {
      connectionType: "IPsec",
      virtualNetworkGateway1: id("virtualNetworkGateways", "far-vpn"),
      localNetworkGateway2: id("localNetworkGateways", "office"),
      sharedKey: remembered(`has a space ~ ${secret(`${stem} refused`)}`),
    }),
  ];
}

export function joined(name: string, from: string, to: string, sharedKey: unknown): WrittenResource {
  return ofNetwork("connections", name, {
    connectionType: "Vnet2Vnet",
    virtualNetworkGateway1: id("virtualNetworkGateways", `${from}-vpn`),
    virtualNetworkGateway2: id("virtualNetworkGateways", `${to}-vpn`),
    sharedKey,
  });
}

function rest(stem: string): readonly WrittenResource[] {
  return [
    ofNetwork(
      "expressRouteCircuits",
      "line",
      {
        serviceKey: secret(`${stem} service`),
        authorizationKey: secret(`${stem} circuit authorization`),
        serviceProviderProperties: {
          serviceProviderName: "Equinix",
          peeringLocation: "Amsterdam",
          bandwidthInMbps: 100,
        },
        authorizations: [
          { name: "one", properties: { authorizationKey: secret(`${stem} authorization of a list`) } },
        ],
        peerings: [
          {
            name: "AzurePrivatePeering",
            properties: { peeringType: "AzurePrivatePeering", sharedKey: secret(`${stem} md5`) },
          },
        ],
      },
      { tags: { owner: "net", adminPassword: secret(`${stem} tag`) } },
    ),
    ofNetwork("connections", "to-line", {
      connectionType: "ExpressRoute",
      virtualNetworkGateway1: id("virtualNetworkGateways", "hub-vpn"),
      peer: id("expressRouteCircuits", "line"),
      authorizationKey: secret(`${stem} authorization`),
    }),
    ofNetwork("expressRoutePorts", "port", {
      bandwidthInGbps: 10,
      peeringLocation: "Equinix-Amsterdam",
      links: [
        {
          name: "link1",
          properties: { macSecConfig: { ckn: secret(`${stem} ckn`), cak: secret(`${stem} cak`) } },
        },
      ],
    }),
    ofNetwork("vpnGateways", "wan", {
      connections: [
        {
          name: "branch",
          properties: {
            sharedKey: secret(`${stem} branch`),
            vpnLinkConnections: [{ name: "link", properties: { sharedKey: secret(`${stem} link`) } }],
          },
        },
      ],
    }),
    {
      type: "Microsoft.Compute/virtualMachines",
      name: "jump",
      location: "westeurope",
      properties: {
        osProfile: { adminPassword: secret(`${stem} admin`), customData: secret(`${stem} custom`) },
        userData: secret(`${stem} user data`),
      },
    },
  ];
}
