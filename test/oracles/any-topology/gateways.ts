import { publicAddress } from "./appliances.ts";
import { addSubnet, type Network, type Subnet } from "./networks.ts";
import { type Growing, idOf, list, origin, ref } from "./parts.ts";

export interface VpnGateway {
  readonly kind: "vpn";
  readonly network: Network;
  readonly path: string;
  readonly activeActive: boolean;
  readonly asn: number;
}

export interface CircuitGateway {
  readonly kind: "circuit";
  readonly network: Network;
  readonly path: string;
}

export interface Gateways {
  readonly vpn: readonly VpnGateway[];
  readonly circuit: readonly CircuitGateway[];
  readonly routeServers: readonly Network[];
}

/** Of the hubs: VPN and ExpressRoute gateways, alone and side by side, and a Route Server in the first. */
export function addGateways(estate: Growing, networks: readonly Network[]): Gateways {
  const vpn: VpnGateway[] = [];
  const circuit: CircuitGateway[] = [];
  const routeServers: Network[] = [];
  for (const network of networks.filter(({ hub }) => hub)) {
    const draw = estate.draw(`gateways ${network.name}`);
    const hasVpn = draw.chance(0.75) && estate.has("vpn");
    const hasCircuit = draw.chance(0.45) && estate.has("expressRoute");
    const hasServer = draw.chance(0.45) && network.octet === 0 && estate.has("routeServer");
    if (!hasVpn && !hasCircuit && !hasServer) continue;

    const subnet = addSubnet(estate, network, "GatewaySubnet", `10.${network.octet}.0.0/26`, 0);
    if (hasVpn) {
      const activeActive = hasServer || (draw.chance(0.5) && estate.has("activeActive"));
      vpn.push(addVpn(estate, network, activeActive));
    }
    if (hasCircuit) circuit.push(addCircuitGateway(estate, network, subnet, hasVpn));
    if (hasServer) routeServers.push(addRouteServer(estate, network));
  }
  return { vpn, circuit, routeServers };
}

function addVpn(estate: Growing, network: Network, activeActive: boolean): VpnGateway {
  const draw = estate.draw(`vpn ${network.name}`);
  const path = `virtualNetworkGateways/${network.name}-vpn`;
  const asn = network.octet === 0 ? 65_515 : 65_100 + network.octet;
  const ips = activeActive ? [4, 5] : [4];
  estate.add(
    path,
    {
      gatewayType: "Vpn",
      vpnType: "RouteBased",
      vpnGatewayGeneration: "Generation2",
      sku: { name: "VpnGw2AZ", tier: "VpnGw2AZ" },
      activeActive,
      enableBgp: true,
      bgpSettings: { asn },
      ipConfigurations: ips.map((_, index) => frontend(estate, network, index)),
    },
    { location: network.region },
  );
  if (draw.chance(0.6))
    estate.observed.push({
      resource: idOf(path).toLowerCase(),
      name: "bgpPeeringAddresses",
      value: ips.map((last) => `10.${network.octet}.0.${last}`),
      origin,
    });
  return { kind: "vpn", network, path, activeActive, asn };
}

function frontend(estate: Growing, network: Network, index: number) {
  return {
    name: `ip${index}`,
    properties: {
      subnet: ref(`${network.path}/subnets/GatewaySubnet`),
      publicIPAddress: publicAddress(estate, `${network.name}-vpn${index}`),
    },
  };
}

/** Beside its two instances' a third, which Azure asks for where users dial in. */
export function addFrontendForUsers(estate: Growing, { network, path }: VpnGateway): void {
  estate.extend(idOf(path), { ipConfigurations: [0, 1, 2].map((index) => frontend(estate, network, index)) });
}

function addCircuitGateway(
  estate: Growing,
  network: Network,
  subnet: Subnet,
  besideVpn: boolean,
): CircuitGateway {
  const path = `virtualNetworkGateways/${network.name}-er`;
  estate.add(
    path,
    {
      gatewayType: "ExpressRoute",
      sku: { name: "ErGw3AZ", tier: "ErGw3AZ" },
      ipConfigurations: [{ name: besideVpn ? "er" : "default", properties: { subnet: ref(subnet.path) } }],
    },
    { location: network.region },
  );
  return { kind: "circuit", network, path };
}

function addRouteServer(estate: Growing, network: Network): Network {
  const draw = estate.draw(`route server ${network.name}`);
  const subnet = addSubnet(estate, network, "RouteServerSubnet", `10.${network.octet}.0.64/26`, 0);
  const path = `virtualHubs/${network.name}-rs`;
  const addresses = list(`10.${network.octet}.0.68`, `10.${network.octet}.0.69`);
  estate.add(
    path,
    {
      sku: "Standard",
      allowBranchToBranchTraffic: draw.chance(0.5),
      virtualRouterAsn: 65_515,
      virtualRouterIps: addresses,
    },
    { location: network.region },
  );
  estate.add(`${path}/ipConfigurations/ip`, { subnet: ref(subnet.path) });
  const nic = idOf(`networkInterfaces/${network.name}-nva0`).toLowerCase();
  const told = estate.appliances.findIndex(({ resource }) => resource === nic);
  const appliance = estate.appliances[told];
  const balanced = estate.appliances.some(({ resource }) => resource.endsWith(`${network.name}-lb`));
  if (!appliance && balanced) return network;

  estate.add(`${path}/bgpConnections/nva`, { peerIp: `10.${network.octet}.3.4`, peerAsn: 65_250 });
  const prefixes = [
    "10.250.0.0/16",
    ...(draw.chance(0.3) && estate.has("defaultRoute") ? ["0.0.0.0/0"] : []),
  ];
  if (appliance)
    estate.appliances[told] = {
      ...appliance,
      bgpPeers: [`10.${network.octet}.0.68`, `10.${network.octet}.0.69`],
      bgpSettings: { asn: 65_250, advertises: prefixes, ...(draw.chance(0.3) ? { prepend: 1 } : {}) },
    };
  return network;
}
