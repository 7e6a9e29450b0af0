import { parsePrefix } from "../ip/index.ts";
import type { Layer, NextHop, Row, Table } from "../model/topology.ts";
import type { Origin } from "../source/origin.ts";
import { defaultLayer, learnedLayer } from "./layer.ts";
import { perPlace } from "./site-layer-memory.ts";
import type { SiteDevice, SitePlace } from "./site-places.ts";

/** What the site's own machines look up: itself, what its routers have learned, and the internet. */
export function tableOfPlace(place: SitePlace): Table {
  return {
    part: "table",
    id: place.table,
    name: place.name,
    layers: [ownLayer(place), learnedThere(place), outwards(place.node, { to: "internet" }, place.origin)],
    origin: place.origin,
  };
}

/** A router of the site: itself, and for what it has not learned the way that the site's machines take. */
export function layersBehind(place: SitePlace): readonly Layer[] {
  return [ownLayer(place), behind(place)];
}

/** Where an appliance plays the device its network takes what the tunnels do not. */
export function tableOfDevice(device: SiteDevice, place: SitePlace): Table {
  const { table, name, learned, appliance, origin } = device;
  const around = appliance
    ? [outwards(device.node, { to: "table", table: `${appliance.subnetId.toLowerCase()}/routes` }, origin)]
    : layersBehind(place);
  return {
    part: "table",
    id: table,
    name,
    layers: [...around, { ...learnedLayer(learned), yields: false }],
    origin,
  };
}

const ownLayer = perPlace((place: SitePlace): Layer => {
  const { node, prefixes, origin } = place;
  const nextHop: NextHop = { to: "members", network: node };
  const rows = prefixes.map((prefix): Row => row(prefix, nextHop, "Local", origin));
  return defaultLayer(`${node}/own`, rows, { shields: true });
});

const behind = perPlace(
  ({ node, table, origin }: SitePlace): Layer => outwards(`${node}/routers`, { to: "table", table }, origin),
);

/** Its routers know the site better than Azure knows a network: longer ranges from elsewhere are taken. */
function learnedThere({ learned }: SitePlace): Layer {
  return { ...learnedLayer(learned), yields: false };
}

function outwards(id: string, nextHop: NextHop, origin: Origin): Layer {
  const type = nextHop.to === "internet" ? "Internet" : "Network";
  const rows = ["0.0.0.0/0", "::/0"].flatMap((text): Row[] => {
    const prefix = parsePrefix(text);
    return prefix ? [row(prefix, nextHop, type, origin)] : [];
  });
  return defaultLayer(`${id}/outwards`, rows, { shields: false });
}

function row(prefix: Row["prefix"], nextHop: NextHop, nextHopType: string, origin: Origin): Row {
  return { prefix, nextHop, nextHopType, nextHopIpAddresses: [], needs: [], origin };
}
