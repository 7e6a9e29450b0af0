import type { ValueObject } from "../../../src/model/unknown.ts";
import { type Growing, ref, regions } from "./parts.ts";

export interface Network {
  readonly name: string;
  readonly path: string;
  readonly region: string;
  readonly hub: boolean;
  /** The second octet of its range, told from all others. */
  readonly octet: number;
  readonly ranges: readonly string[];
  readonly subnets: Subnet[];
  readonly dual: boolean;
}

export interface Subnet {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly prefix: string;
  /** The first three octets of its range, for addresses in it. */
  readonly stem: string;
}

/** Hubs, spokes and one on its own; each has a few subnets, and hubs have room for gateways. */
export function addNetworks(estate: Growing): readonly Network[] {
  const draw = estate.draw("networks");
  const { size } = estate.wanted;
  const hubs = 1 + draw.below(1 + size);
  const spokes = draw.below(2 + 2 * size);
  const alone = draw.below(2);
  const all = [...Array(hubs + spokes + alone).keys()];
  return all.map((index) => addNetwork(estate, index, index < hubs));
}

function addNetwork(estate: Growing, index: number, hub: boolean): Network {
  const draw = estate.draw(`network ${index}`);
  const octet = hub ? index : 40 + index;
  const name = hub ? `hub${index}` : `spoke${index}`;
  const region = draw.pick(regions);
  const dual = draw.chance(0.25) && estate.has("dualStack");
  const second = draw.chance(0.3) && estate.has("secondRange");
  const ranges = [
    `10.${octet}.0.0/16`,
    ...(second ? [draw.chance(0.5) ? `172.20.${octet}.0/24` : `10.${octet + 100}.0.0/20`] : []),
    ...(dual ? [`fd00:${octet}::/48`] : []),
  ];
  const path = `virtualNetworks/${name}`;
  estate.add(path, { addressSpace: { addressPrefixes: ranges } }, { location: region });
  const network: Network = { name, path, region, hub, octet, ranges, subnets: [], dual };
  addSubnet(estate, network, "app", `10.${octet}.1.0/24`, 1);
  if (draw.chance(0.7)) addSubnet(estate, network, "data", `10.${octet}.2.0/24`, 2);
  addSubnet(estate, network, "nva", `10.${octet}.3.0/24`, 3);
  if (second && draw.chance(0.7)) {
    const range = ranges[1] ?? "";
    addSubnet(estate, network, "more", range.endsWith("/20") ? range.replace("/20", "/24") : range, 4);
  }
  return network;
}

export function addSubnet(
  estate: Growing,
  network: Network,
  name: string,
  prefix: string,
  number: number,
  more: ValueObject = {},
): Subnet {
  const path = `${network.path}/subnets/${name}`;
  const dual = network.dual && name !== "GatewaySubnet" && name !== "RouteServerSubnet" && number < 4;
  const prefixes = dual
    ? { addressPrefixes: [prefix, `fd00:${network.octet}:0:${number}::/64`] }
    : { addressPrefix: prefix };
  const id = estate.add(path, { ...prefixes, ...more });
  const subnet = { name, path, id, prefix, stem: prefix.split(".").slice(0, 3).join(".") };
  network.subnets.push(subnet);
  return subnet;
}

export function subnetNamed(network: Network, name: string): Subnet | undefined {
  return network.subnets.find((subnet) => subnet.name === name);
}

export function addressOn(subnet: Subnet, last: number): string {
  return `${subnet.stem}.${last}`;
}

export function refTo(network: Network): ValueObject {
  return ref(network.path);
}
