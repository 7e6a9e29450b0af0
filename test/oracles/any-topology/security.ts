import type { ValueObject } from "../../../src/model/unknown.ts";
import type { Draw } from "./draw.ts";
import { type Network, subnetNamed } from "./networks.ts";
import { type Growing, idOf, ref } from "./parts.ts";

/** Network security groups on subnets and interfaces: few rules, of every form that Azure takes. */
export function addSecurityGroups(estate: Growing, networks: readonly Network[]): void {
  if (!estate.has("securityGroups")) return;
  for (const network of networks) {
    for (const name of ["app", "nva", "data"]) {
      const subnet = subnetNamed(network, name);
      const draw = estate.draw(`security ${network.name} ${name}`);
      if (!subnet || !draw.chance(0.3)) continue;
      const group = addGroup(estate, draw, `${network.name}-${name}-nsg`, network, networks);
      if (draw.chance(0.7)) estate.extend(subnet.id, { networkSecurityGroup: group });
      const nic = name === "nva" ? `${network.name}-nva0` : `${network.name}-${name}-nic`;
      if (draw.chance(0.4)) estate.extend(idOf(`networkInterfaces/${nic}`), { networkSecurityGroup: group });
    }
  }
}

function addGroup(
  estate: Growing,
  draw: Draw,
  name: string,
  network: Network,
  networks: readonly Network[],
): ValueObject {
  const path = `networkSecurityGroups/${name}`;
  estate.add(path, {}, { location: network.region });
  const count = 1 + draw.below(4);
  for (let index = 0; index < count; index += 1) {
    estate.add(`${path}/securityRules/rule${index}`, {
      priority: 100 + 10 * index,
      direction: draw.chance(0.5) ? "Inbound" : "Outbound",
      access: draw.chance(0.5) ? "Allow" : "Deny",
      protocol: draw.pick(["*", "*", "Tcp", "Udp", "Icmp"]),
      ...addresses(draw, "source", networks),
      ...addresses(draw, "destination", networks),
      sourcePortRange: "*",
      ...(draw.chance(0.3)
        ? { destinationPortRanges: ["22", "443-445"] }
        : { destinationPortRange: draw.pick(["*", "*", "443", "1024-65535"]) }),
    });
  }
  return ref(path);
}

function addresses(draw: Draw, which: string, networks: readonly Network[]): ValueObject {
  const ranges = networks.map(({ octet }) => `10.${octet}.0.0/16`);
  if (draw.chance(0.2))
    return {
      [`${which}AddressPrefixes`]: draw.some(["192.168.0.0/16", ...ranges], 0.6).concat("10.1.1.0/24"),
    };
  const one = draw.pick([
    "*",
    "*",
    "VirtualNetwork",
    "VirtualNetwork",
    "Internet",
    "AzureLoadBalancer",
    "Storage",
    ...ranges,
  ]);
  return { [`${which}AddressPrefix`]: one };
}
