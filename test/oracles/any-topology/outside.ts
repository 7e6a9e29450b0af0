import type { Site, VpnDevice, VpnDeviceTunnel } from "../../../src/model/estate.ts";
import type { ValueObject } from "../../../src/model/unknown.ts";
import type { Draw } from "./draw.ts";
import { addFrontendForUsers, type CircuitGateway, type Gateways, type VpnGateway } from "./gateways.ts";
import type { Network } from "./networks.ts";
import { type Growing, idOf, origin, ref } from "./parts.ts";

/** Sites with their devices and tunnels, tunnels between gateways, circuits with their routers, and users. */
export function addOutside(estate: Growing, networks: readonly Network[], gateways: Gateways): void {
  const draw = estate.draw("sites");
  const count = 1 + draw.below(1 + estate.wanted.size);
  const sites = [...Array(count).keys()].map((index) => addSite(estate, index, gateways.vpn));
  addTunnelsBetween(estate, gateways.vpn);
  addCircuits(estate, gateways.circuit, sites);
  for (const gateway of gateways.vpn) addUsers(estate, gateway, networks);
  for (const { site, withCompanion } of sites) if (withCompanion) estate.sites.push(site);
}

export function prefixOfSite(index: number): string {
  return `192.168.${index * 8}.0/21`;
}

interface Placed {
  readonly site: Site;
  readonly withCompanion: boolean;
}

function addSite(estate: Growing, index: number, vpn: readonly VpnGateway[]): Placed {
  const draw = estate.draw(`site ${index}`);
  const name = `site${index}`;
  const addressPrefixes = [prefixOfSite(index)];
  const withCompanion = draw.chance(0.8);
  const useBgp = draw.chance(0.65) && estate.has("bgp");
  const devices = [...Array(withCompanion && useBgp && draw.chance(0.35) ? 2 : 1).keys()];
  const vpnDevices = devices.map((number): VpnDevice => {
    const device = `${name}-device${number}`;
    const tunnels = draw
      .some(estate.has("siteToSite") ? vpn : [], 0.75)
      .map((gateway) => addTunnel(estate, draw, gateway, { index, number, device, useBgp, addressPrefixes }));
    return {
      name: device,
      publicIpAddress: `198.51.100.${10 * index + number + 1}`,
      ...(useBgp ? { asn: 65_010 + index, bgpPeeringAddress: `192.168.${index * 8}.${number + 1}` } : {}),
      tunnels: tunnels.flat(),
      origin,
    };
  });
  return { site: { name, addressPrefixes, vpnDevices, origin }, withCompanion };
}

interface Device {
  readonly index: number;
  readonly number: number;
  readonly device: string;
  readonly useBgp: boolean;
  readonly addressPrefixes: readonly string[];
}

function addTunnel(estate: Growing, draw: Draw, gateway: VpnGateway, device: Device): VpnDeviceTunnel[] {
  const { index, number, useBgp, addressPrefixes } = device;
  const name = `${gateway.network.name}-to-${device.device}`;
  estate.add(
    `localNetworkGateways/${name}`,
    {
      gatewayIpAddress: `198.51.100.${10 * index + number + 1}`,
      localNetworkAddressSpace: {
        addressPrefixes: useBgp
          ? draw.chance(0.3) && number === 0
            ? ["172.31.9.0/24"]
            : []
          : addressPrefixes,
      },
      ...(useBgp
        ? { bgpSettings: { asn: 65_010 + index, bgpPeeringAddress: `192.168.${index * 8}.${number + 1}` } }
        : {}),
    },
    { location: gateway.network.region },
  );
  const path = `connections/${name}`;
  estate.add(
    path,
    {
      connectionType: "IPsec",
      virtualNetworkGateway1: ref(gateway.path),
      localNetworkGateway2: ref(`localNetworkGateways/${name}`),
      enableBgp: useBgp,
      ...natRules(estate, draw, gateway, device),
    },
    { location: gateway.network.region },
  );
  if (!useBgp && draw.chance(0.15) && estate.has("defaultRoute"))
    estate.extend(idOf(gateway.path), { gatewayDefaultSite: ref(`localNetworkGateways/${name}`) });

  const common = { gatewayConnection: idOf(path).toLowerCase(), origin };
  if (!useBgp)
    return draw.chance(0.5)
      ? [{ ...common, staticRoutes: ["10.0.0.0/8", "172.16.0.0/12", "fd00::/8"] }]
      : [common];
  const extra = [
    ...(draw.chance(0.2) && estate.has("defaultRoute") ? ["0.0.0.0/0"] : []),
    ...(draw.chance(0.2) ? ["10.0.0.0/8"] : []),
  ];
  const says: VpnDeviceTunnel = {
    ...common,
    ...(draw.chance(0.6) ? { advertises: [...addressPrefixes, ...extra] } : {}),
    ...(draw.chance(0.3) ? { prepend: 1 + draw.below(2) } : {}),
    ...(draw.chance(0.3) ? { localPreference: draw.pick([50, 150, 200]) } : {}),
    ...(draw.chance(0.08) ? { onlyAsPath: `^${gateway.asn}$` } : {}),
  };
  if (!gateway.activeActive || draw.chance(0.6)) return [says];
  return [
    { ...says, instance: 0 },
    { ...says, instance: 1, prepend: 1 },
  ];
}

function natRules(estate: Growing, draw: Draw, gateway: VpnGateway, device: Device): ValueObject {
  if (!draw.chance(0.15) || !estate.has("natRules")) return {};

  const ingress = `${gateway.path}/natRules/in-${device.device}`;
  estate.add(ingress, {
    type: "Static",
    mode: "IngressSnat",
    internalMappings: device.addressPrefixes.map((addressSpace) => ({ addressSpace })),
    externalMappings: [{ addressSpace: `172.${24 + device.number}.${device.index * 8}.0/21` }],
  });
  if (draw.chance(0.5)) return { ingressNatRules: [ref(ingress)] };

  const egress = `${gateway.path}/natRules/out-${device.device}`;
  estate.add(egress, {
    type: "Static",
    mode: "EgressSnat",
    internalMappings: [{ addressSpace: `10.${gateway.network.octet}.0.0/16` }],
    externalMappings: [{ addressSpace: `10.${200 + device.index * 10 + gateway.network.octet}.0.0/16` }],
  });
  return { ingressNatRules: [ref(ingress)], egressNatRules: [ref(egress)] };
}

function addTunnelsBetween(estate: Growing, vpn: readonly VpnGateway[]): void {
  if (!estate.has("vnetToVnet")) return;
  for (const [index, one] of vpn.entries()) {
    for (const other of vpn.slice(index + 1)) {
      const draw = estate.draw(`between ${one.path} ${other.path}`);
      if (!draw.chance(0.5)) continue;
      const enableBgp = draw.chance(0.6) && estate.has("bgp");
      for (const [from, to] of [[one, other] as const, [other, one] as const]) {
        const settings = { connectionType: "Vnet2Vnet", enableBgp };
        const ends = { virtualNetworkGateway1: ref(from.path), virtualNetworkGateway2: ref(to.path) };
        const path = `connections/${from.network.name}-to-${to.network.name}`;
        estate.add(path, { ...settings, ...ends }, { location: from.network.region });
      }
    }
  }
}

function addCircuits(estate: Growing, gateways: readonly CircuitGateway[], sites: readonly Placed[]): void {
  const draw = estate.draw("circuits");
  if (gateways.length === 0) return;
  const count = draw.chance(0.35) && estate.has("secondCircuit") ? 2 : 1;
  for (let index = 0; index < count; index += 1) {
    const path = addCircuit(estate, index);
    for (const gateway of draw.some(gateways, 0.85)) addCircuitConnection(estate, draw, gateway, path, index);
    const { site } = sites[index % sites.length] ?? {};
    const named = site && draw.chance(0.9) ? { site: site.name } : {};
    estate.providerRouters.push({
      name: `provider${index}`,
      ...(draw.chance(0.85) ? { asn: 65_020 + index } : {}),
      circuits: [idOf(path).toLowerCase()],
      advertisesLinks: draw.chance(0.3),
      ...advertised(estate, index, site),
      ...(sites[index % sites.length]?.withCompanion ? named : {}),
      origin,
    });
  }
}

/** A part of its site's ranges, as where tunnels carry the rest. */
function advertised(
  estate: Growing,
  index: number,
  site: Site | undefined,
): { advertises?: readonly string[] } {
  const draw = estate.draw(`told over circuit ${index}`);
  if (!site || !draw.chance(0.3)) return {};

  return { advertises: site.addressPrefixes.map((text) => text.replace(/0\/21$/, "4/32")) };
}

function addCircuit(estate: Growing, index: number): string {
  const path = `expressRouteCircuits/circuit${index}`;
  estate.add(
    path,
    {
      serviceProviderProperties: {
        serviceProviderName: "Equinix",
        peeringLocation: "Amsterdam",
        bandwidthInMbps: 1000,
      },
      serviceProviderProvisioningState: "Provisioned",
      circuitProvisioningState: "Enabled",
    },
    { location: "westeurope", sku: { name: "Premium_MeteredData", tier: "Premium", family: "MeteredData" } },
  );
  estate.add(`${path}/peerings/AzurePrivatePeering`, {
    peeringType: "AzurePrivatePeering",
    peerASN: 65_020 + index,
    primaryPeerAddressPrefix: `172.30.${index}.0/30`,
    secondaryPeerAddressPrefix: `172.30.${index}.4/30`,
    vlanId: 100 + index,
    state: "Enabled",
  });
  return path;
}

function addCircuitConnection(
  estate: Growing,
  draw: Draw,
  gateway: CircuitGateway,
  circuit: string,
  index: number,
): void {
  estate.add(
    `connections/${gateway.network.name}-circuit${index}`,
    {
      connectionType: "ExpressRoute",
      virtualNetworkGateway1: ref(gateway.path),
      peer: ref(circuit),
      ...(draw.chance(0.4) ? { routingWeight: draw.pick([0, 10, 100]) } : {}),
      ...(draw.chance(0.2) && estate.has("fastPath") ? { expressRouteGatewayBypass: true } : {}),
    },
    { location: gateway.network.region },
  );
}

function addUsers(estate: Growing, gateway: VpnGateway, networks: readonly Network[]): void {
  const draw = estate.draw(`users ${gateway.path}`);
  if (!draw.chance(0.4) || !estate.has("users")) return;
  const pool = `172.27.${gateway.network.octet}.0/24`;
  const [first] = networks;
  if (gateway.activeActive) addFrontendForUsers(estate, gateway);
  estate.extend(idOf(gateway.path), {
    vpnClientConfiguration: {
      vpnClientAddressPool: { addressPrefixes: [pool] },
      vpnClientProtocols: draw.pick([["OpenVPN"], ["IkeV2"], ["IkeV2", "OpenVPN"]]),
      vpnAuthenticationTypes: ["Certificate"],
      vpnClientRootCertificates: [{ name: "root", properties: { publicCertData: "MIIC" } }],
    },
    ...(draw.chance(0.3) && first ? { customRoutes: { addressPrefixes: ["192.168.0.0/16"] } } : {}),
  });
  estate.p2sUsers.push({
    name: `staff-${gateway.network.name}`,
    count: 50,
    maxConcurrent: 20,
    os: ["windows"],
    authentication: "Certificate",
    vpnClientAddressPool: [pool],
    localNetworks: [],
    origin,
  });
}
