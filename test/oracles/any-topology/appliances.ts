import type { ValueObject } from "../../../src/model/unknown.ts";
import { addressOn, type Network, type Subnet, subnetNamed } from "./networks.ts";
import { type Growing, idOf, origin, ref } from "./parts.ts";

/** What a route can go to. */
export interface Hop {
  readonly network: Network;
  readonly address: string;
}

/** Interfaces of machines, appliances with and without companions, load balancers in front of two. */
export function addMachines(estate: Growing, networks: readonly Network[]): readonly Hop[] {
  return networks.flatMap((network) => {
    addPlain(estate, network);
    return addAppliances(estate, network);
  });
}

function addPlain(estate: Growing, network: Network): void {
  const draw = estate.draw(`machines ${network.name}`);
  for (const subnet of network.subnets.filter(({ name }) => name === "app" || name === "data")) {
    if (!draw.chance(0.6)) continue;
    const name = `${network.name}-${subnet.name}-nic`;
    const address =
      draw.chance(0.2) && estate.has("egress") ? { publicIPAddress: publicAddress(estate, name) } : {};
    addInterface(estate, network, name, subnet, [10], { ipConfiguration: address });
  }
}

export function publicAddress(estate: Growing, name: string): ValueObject {
  estate.add(
    `publicIPAddresses/${name}-ip`,
    { publicIPAllocationMethod: "Static", publicIPAddressVersion: "IPv4" },
    { location: "westeurope", sku: { name: "Standard", tier: "Regional" } },
  );
  return ref(`publicIPAddresses/${name}-ip`);
}

interface More {
  readonly ipConfiguration?: ValueObject;
  readonly properties?: ValueObject;
}

function addInterface(
  estate: Growing,
  network: Network,
  name: string,
  subnet: Subnet,
  lasts: readonly number[],
  more: More,
): string {
  return estate.add(
    `networkInterfaces/${name}`,
    {
      ...more.properties,
      ipConfigurations: lasts.map((last, index) => ({
        name: `ipconfig${index + 1}`,
        properties: {
          privateIPAddress: addressOn(subnet, last),
          privateIPAllocationMethod: "Static",
          subnet: ref(subnet.path),
          primary: index === 0,
          ...(index === 0 ? more.ipConfiguration : {}),
        },
      })),
    },
    { location: network.region },
  );
}

function addAppliances(estate: Growing, network: Network): Hop[] {
  const draw = estate.draw(`appliances ${network.name}`);
  const subnet = subnetNamed(network, "nva");
  if (!subnet || !estate.has("appliances") || !draw.chance(network.hub ? 0.7 : 0.3)) return [];

  const balanced = draw.chance(0.4) && estate.has("loadBalancers");
  const stateful = draw.chance(0.6);
  const sourceNat = draw.chance(0.2);
  const forwards = !(draw.chance(0.1) && estate.has("noForwarding"));
  const isTold = draw.chance(0.6);
  const balancer = `loadBalancers/${network.name}-lb`;
  const hops = (balanced ? [0, 1] : [0]).map((index) => {
    const name = `${network.name}-nva${index}`;
    const id = addInterface(
      estate,
      network,
      name,
      subnet,
      draw.chance(0.2) ? [4 + index, 14 + index] : [4 + index],
      {
        properties: { enableIPForwarding: forwards, ...ofMachine(estate, name) },
        ...(balanced
          ? {
              ipConfiguration: {
                loadBalancerBackendAddressPools: [ref(`${balancer}/backendAddressPools/nvas`)],
              },
            }
          : {}),
      },
    );
    if (isTold && !balanced)
      estate.appliances.push({
        name,
        resource: id.toLowerCase(),
        forwards: true,
        stateful,
        sourceNat,
        bgpPeers: [],
        origin,
      });
    return { network, address: addressOn(subnet, 4 + index) };
  });
  if (draw.chance(0.25)) addSecondLeg(estate, network);
  if (!balanced) return hops;

  addBalancer(estate, network, subnet, balancer);
  if (isTold)
    estate.appliances.push({
      name: `${network.name}-firewalls`,
      resource: idOf(balancer).toLowerCase(),
      forwards: true,
      stateful,
      sourceNat,
      bgpPeers: [],
      origin,
    });
  return [{ network, address: addressOn(subnet, 100) }, ...hops];
}

/** A machine with a second interface in another subnet: what it sends on leaves by its first. */
function addSecondLeg(estate: Growing, network: Network): void {
  const data = subnetNamed(network, "data");
  if (!data) return;
  const machine = `${network.name}-nva0`;
  addInterface(estate, network, `${machine}-second`, data, [20], {
    properties: {
      enableIPForwarding: true,
      primary: false,
      virtualMachine: ref(`Microsoft.Compute/virtualMachines/${machine}`),
    },
  });
}

function ofMachine(estate: Growing, name: string): ValueObject {
  const path = `Microsoft.Compute/virtualMachines/${name}`;
  estate.add(path, {
    networkProfile: {
      networkInterfaces: [{ ...ref(`networkInterfaces/${name}`), properties: { primary: true } }],
    },
  });
  return { primary: true, virtualMachine: ref(path) };
}

function addBalancer(estate: Growing, network: Network, subnet: Subnet, path: string): void {
  const frontend = `${path}/frontendIPConfigurations/front`;
  const members = [0, 1].map((index) =>
    ref(`networkInterfaces/${network.name}-nva${index}/ipConfigurations/ipconfig1`),
  );
  estate.add(
    path,
    {
      frontendIPConfigurations: [
        {
          ...ref(frontend),
          name: "front",
          properties: { privateIPAddress: addressOn(subnet, 100), subnet: ref(subnet.path) },
        },
      ],
      backendAddressPools: [
        {
          ...ref(`${path}/backendAddressPools/nvas`),
          name: "nvas",
          properties: { backendIPConfigurations: members },
        },
      ],
      loadBalancingRules: [
        {
          name: "all",
          properties: {
            protocol: "All",
            frontendPort: 0,
            backendPort: 0,
            frontendIPConfiguration: ref(frontend),
            backendAddressPool: ref(`${path}/backendAddressPools/nvas`),
          },
        },
      ],
    },
    { location: network.region, sku: { name: "Standard", tier: "Regional" } },
  );
}
