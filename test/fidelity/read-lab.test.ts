import { expect, it } from "vitest";
import { keyOf } from "../../src/model/resource-id.ts";
import { readLab } from "./read-lab.ts";
import { solveLab } from "./run-case.ts";

const scope =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/small/providers/Microsoft.Network";

const small = {
  lab: "small",
  namePrefix: "Small",
  virtualNetworks: [
    {
      name: "hub",
      region: "northeurope",
      addressSpace: ["10.0.0.0/16"],
      subnets: { GatewaySubnet: ["10.0.0.0/24"], web: ["10.0.1.0/24"], RouteServerSubnet: "10.0.2.0/24" },
      natGatewaySubnets: ["web"],
      privateEndpointNetworkPolicies: { web: "Enabled" },
    },
    { name: "office", addressSpace: ["10.9.0.0/16"], subnets: { out: ["10.9.1.0/24"] } },
  ],
  peerings: [{ name: "to-office", from: "hub", to: "office", allowForwardedTraffic: true }],
  routeTables: [
    { name: "web", subnets: ["hub/web"], routes: [{ prefix: "0.0.0.0/0", nextHopType: "Internet" }] },
  ],
  gateways: [
    {
      name: "gw",
      virtualNetwork: "hub",
      type: "Vpn",
      activeActive: true,
      bgpEnabled: true,
      asn: 65515,
      instances: [
        { name: "instance0", bgpAddress: "10.0.0.5", privateTunnelAddress: "10.0.0.8" },
        { name: "instance1", bgpAddress: "10.0.0.4", privateTunnelAddress: "10.0.0.9" },
      ],
    },
  ],
  routeServers: [
    {
      name: "rs",
      virtualNetwork: "hub",
      addresses: ["10.0.2.4", "10.0.2.5"],
      branchToBranch: true,
      peers: [
        { address: "10.9.1.9", asn: 65002 },
        { address: "10.0.1.7", asn: 65003 },
      ],
    },
  ],
  localNetworkGateways: [
    {
      name: "lng",
      gatewayAddress: "public address of the router",
      addressSpace: [],
      asn: 65002,
      bgpPeeringAddress: "192.168.0.1",
    },
    { name: "lng-private", gatewayAddress: "10.9.1.9", addressSpace: [], bgpPeeringAddress: "192.168.0.1" },
  ],
  connections: [
    { name: "c", type: "IPsec", gateway: "gw", peer: "lng", enableBgp: true, routingWeight: null },
    { name: "private", type: "IPsec", gateway: "gw", peer: "lng-private", usePrivateAddress: true },
    { name: "v1", type: "Vnet2Vnet", gateway: "gw", peer: "gw2" },
    { name: "v2", type: "Vnet2Vnet", gateway: "gw2", peer: "gw" },
    { name: "e", type: "ExpressRoute", gateway: "er", peer: "circuit", routingWeight: 10 },
  ],
  expressRouteCircuits: [
    {
      name: "circuit",
      peering: { primaryPrefix: "172.16.0.0/30", secondaryPrefix: "172.16.0.4/30" },
      paths: { primary: { effectiveNextHopIp: "10.63.0.1", gatewayPeers: { ER: "10.0.0.12" } } },
    },
  ],
  providerRouters: [
    {
      name: "pe",
      asn: 64512,
      links: [
        { name: "one", circuit: "circuit", path: "primary" },
        { name: "two", circuit: "circuit", path: "secondary" },
      ],
      advertisesConnectedLinks: true,
    },
  ],
  sites: [
    {
      name: "branch",
      virtualNetwork: "office",
      prefixes: ["10.9.0.0/16"],
      devices: [
        {
          name: "SmallRouter",
          asn: 65002,
          loopback: "192.168.0.1",
          nics: [{ name: "router-nic", subnet: "out", address: "10.9.1.9" }],
          staticRoutes: [{ prefix: "10.0.0.5/32", via: "vti0" }],
          tunnels: [
            { interface: "vti0", remoteBgpAddress: "10.0.0.5", remoteGateway: "gw/instance0" },
            { interface: "vti1", remoteBgpAddress: "10.0.0.4", remoteGateway: "gw/instance1" },
          ],
          bgpSessions: [
            { neighbor: "10.0.0.5", in: { localPreference: 200 }, out: { prependTimes: 5 } },
            {
              neighbor: "10.0.2.4",
              in: { matchAsPath: "^65515_12076_64512$", localPreference: 300, others: "denied" },
            },
          ],
          advertises: ["10.9.0.0/16"],
        },
      ],
    },
  ],
  appliances: [
    {
      name: "nva",
      virtualNetwork: "hub",
      nics: [{ name: "nva-nic", subnet: "web", address: "10.0.1.7" }],
      asn: 65003,
    },
  ],
  surprise: true,
};

const read = (more: object = {}) => readLab(JSON.stringify({ ...small, ...more }));

it("says what it does not read, and reads the rest", () => {
  const { unread, estate } = read({ gateways: [{ ...small.gateways[0], colour: "red" }] });

  expect(unread).toEqual(["surprise is not read", "gateways[].colour is not read"]);
  expect(estate.resources.size).toBeGreaterThan(20);
});

it("reads a file with nothing in it, and one whose lists are something else", () => {
  expect(readLab("{}").unread).toEqual([]);
  expect(readLab('{ "gateways": { "a": 1 }, "sites": [1, null], "connections": [{}] }').estate.sites).toEqual(
    [],
  );
});

it.each(Object.keys(small))("reads, solves and finds nothing down where a file has no %s", (key) => {
  const lab = read({ [key]: undefined });

  expect(() => solveLab(lab, { down: [] })).not.toThrow();
});

it.each([null, 7, "text", [null], [7], [{}], {}, { a: [] }])(
  "reads a file whose every value is %j",
  (value) => {
    const odd = Object.fromEntries(Object.keys(small).map((key) => [key, value]));

    expect(() =>
      solveLab(readLab(JSON.stringify(odd)), { down: [{ kind: "link", link: "x" }] }),
    ).not.toThrow();
  },
);

it("turns a site's device in a virtual network into a device with its tunnels, and an appliance", () => {
  const { estate } = read();

  expect(estate.sites[0]).toMatchObject({
    name: "branch",
    addressPrefixes: [],
    vpnDevices: [
      {
        name: "SmallRouter",
        publicIpAddress: "203.0.113.1",
        privateIpAddress: "10.9.1.9",
        bgpPeeringAddress: "192.168.0.1",
        appliance: "SmallRouter",
      },
    ],
  });
  expect(estate.sites[0]?.vpnDevices[0]?.tunnels[0]).toMatchObject({
    gatewayConnection: keyOf(`${scope}/connections/c`),
    instance: 0,
    advertises: ["10.9.0.0/16"],
    prepend: 5,
    localPreference: 200,
    staticRoutes: ["10.0.0.5/32"],
  });
  expect(
    estate.appliances.map(({ name, bgpPeers, bgpSettings }) => ({ name, bgpPeers, bgpSettings })),
  ).toEqual([
    {
      name: "SmallRouter",
      bgpPeers: ["10.0.2.4", "10.0.2.5"],
      bgpSettings: {
        asn: 65002,
        advertises: ["10.9.0.0/16"],
        localPreference: 300,
        onlyAsPath: "^65515 12076 64512$",
      },
    },
    { name: "nva", bgpPeers: ["10.0.2.4", "10.0.2.5"], bgpSettings: { asn: 65003, advertises: [] } },
  ]);
});

it("tells what Azure chose as observations", () => {
  const { estate } = read();
  const found = estate.observed.map(({ resource, name, value }) => [resource.split("/").at(-1), name, value]);

  expect(found).toEqual([
    ["gw", "bgpPeeringAddresses", ["10.0.0.5", "10.0.0.4"]],
    ["gw", "privateIPAddresses", ["10.0.0.8", "10.0.0.9"]],
    ["rs", "bgpPeeringAddresses", ["10.0.2.4", "10.0.2.5"]],
    [
      "circuit",
      "primary",
      {
        effectiveNextHopIp: "10.63.0.1",
        gatewayPeers: { [keyOf(`${scope}/virtualNetworkGateways/er`)]: "10.0.0.12" },
      },
    ],
  ]);
});

it("takes both halves of a tunnel between networks to have one key", () => {
  expect(read().estate.sameSecrets.map(({ resources }) => resources)).toEqual([
    [keyOf(`${scope}/connections/v1`), keyOf(`${scope}/connections/v2`)],
  ]);
});

it("puts a provider's router at the site that its circuits lead to, where no network plays it", () => {
  const office = { name: "office", prefixes: ["192.168.0.0/16"], attachedTo: { expressRoute: ["circuit"] } };

  expect(read().estate.providerRouters[0]).toMatchObject({ name: "pe", asn: 64512, advertisesLinks: true });
  expect(read().estate.providerRouters[0]?.site).toBeUndefined();
  expect(read({ sites: [office] }).estate.providerRouters[0]?.site).toBe("office");
});
