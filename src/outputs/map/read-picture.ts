import { parsePrefix } from "../../ip/index.ts";
import type { RecognisedConnection } from "../../model/connection-kind.ts";
import type { Estate, P2sUsers, Site } from "../../model/estate.ts";
import { type EstateIndex, indexEstate } from "../../model/estate-index.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { keyOf } from "../../model/resource-id.ts";
import { allVirtualNetworks, subnetsOf, type VirtualNetwork } from "../../model/virtual-network.ts";
import { gatewaysIn, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";
import { countOf } from "./format-count.ts";
import { oneLine } from "./one-line.ts";
import { type Card, type Line, OUTSIDE_AZURE, type Picture, styleKey, UNKNOWN_REGION } from "./picture.ts";

/**
 * Networks, sites and users of the estate, and the connections between them. An end of a connection is a card's key.
 * `namedHubs` are the keys of networks that a person called hubs; the others are told by their connections.
 */
export function readPicture(
  estate: Estate,
  connections: readonly RecognisedConnection[],
  namedHubs: ReadonlySet<string> = new Set(),
): Picture {
  const index = indexEstate(estate);
  const cards = new Map<string, Card>();
  for (const network of allVirtualNetworks(index)) add(cards, networkCard(network, index, namedHubs));
  for (const site of estate.sites) add(cards, siteCard(site));
  for (const users of estate.p2sUsers) add(cards, usersCard(users));
  for (const key of connections.flatMap(({ ends }) => ends)) if (!cards.has(key)) add(cards, absentCard(key));

  return {
    cards: [...cards.values()],
    lines: linesOf(connections),
    meshes: new Map(),
    tally: tallyOf(connections),
  };
}

function add(cards: Map<string, Card>, card: Card): void {
  if (!cards.has(card.key)) cards.set(card.key, card);
}

const plain = { existing: false, count: 1, ranges: [], subnets: 0 } as const;

function networkCard(network: VirtualNetwork, index: EstateIndex, namedHubs: ReadonlySet<string>): Card {
  const subnets = subnetsOf(network, index).length;
  const key = keyOf(network.resource.id);
  return {
    ...plain,
    key,
    type: "virtualNetwork",
    ...(namedHubs.has(key) ? { isNamedHub: true } : {}),
    name: oneLine(network.name),
    details: [
      ...shortList(network.addressSpace.map(({ text }) => text)),
      ...(network.addressSpaceIsKnown ? [] : ["addresses not known"]),
      countOf(subnets, "subnet"),
      ...gatewaysIn(key, index).map(gatewayLine),
    ],
    area: network.region ?? UNKNOWN_REGION,
    existing: network.resource.existing === true,
    ranges: network.addressSpace.flatMap(({ prefix }) => prefix ?? []),
    subnets,
  };
}

function gatewayLine({ gatewayType, skuName }: VirtualNetworkGateway): string {
  const words = [gatewayType === "Vpn" ? "VPN" : gatewayType, "gateway", skuName];
  return oneLine(words.filter((word) => word !== undefined).join(" "));
}

function siteCard({ name, addressPrefixes }: Site): Card {
  const ranges = addressPrefixes.flatMap((text) => parsePrefix(text) ?? []);
  return {
    ...plain,
    key: name,
    type: "site",
    name: oneLine(name),
    details: shortList(addressPrefixes),
    area: OUTSIDE_AZURE,
    ranges,
  };
}

function usersCard({ name, count, maxConcurrent, os }: P2sUsers): Card {
  const details = [
    `${countOf(count, "person", "people")}${maxConcurrent < count ? `, ${maxConcurrent} at once` : ""}`,
    ...(os.length === 0 ? [] : [oneLine(os.join(", "))]),
  ];
  return { ...plain, key: name, type: "p2sUsers", name: oneLine(name), details, area: OUTSIDE_AZURE };
}

function absentCard(key: string): Card {
  const name = oneLine(nameOfId(key));
  return { ...plain, key, type: "absent", name, details: ["not in this estate"], area: UNKNOWN_REGION };
}

function shortList(texts: readonly string[]): readonly string[] {
  const lines = texts.map(oneLine);
  return lines.length > 3 ? [...lines.slice(0, 2), `and ${countOf(lines.length - 2, "more range")}`] : lines;
}

function linesOf(connections: readonly RecognisedConnection[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { ends, ...style } of connections) {
    if (ends[0] === ends[1]) continue;
    const key = [...ends.toSorted(), styleKey(style)].join("\n");
    const line = lines.get(key);
    lines.set(key, line ? { ...line, count: line.count + 1 } : { ends, style, count: 1 });
  }
  return [...lines.values()];
}

function tallyOf(connections: readonly RecognisedConnection[]): Picture["tally"] {
  const tally = new Map<string, Picture["tally"][number]>();
  for (const style of connections) {
    const key = styleKey(style);
    tally.set(key, { style, count: (tally.get(key)?.count ?? 0) + 1 });
  }
  return [...tally.values()].toSorted(
    (a, b) => b.count - a.count || (styleKey(a.style) < styleKey(b.style) ? -1 : 1),
  );
}
