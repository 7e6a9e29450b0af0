import { hostPrefix, parseAddress } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Forwarding, Gap, Node, TopologyPart } from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { filtersOf } from "./filters-of.ts";
import { egressOfInterface } from "./interface-egress.ts";
import { placedInterfaces } from "./network-interface-places.ts";
import { placementInSubnet } from "./placement.ts";
import { siteEgress } from "./site-egress.ts";
import { type SiteDevice, type SitePlace, sitePlaces } from "./site-places.ts";
import { speakerOfDevice } from "./site-speaker.ts";
import { tableOfDevice, tableOfPlace } from "./site-tables.ts";
import { machineOf } from "./virtual-machines.ts";

/** Places outside Azure, and the devices in them, also those that no companion tells of. */
export const sites: TopologyReader = { reads: "sites", read };

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const place of sitePlaces(estate)) {
    if (!place.isPlayed) {
      yield nodeOf(place);
      yield tableOfPlace(place);
    }
    for (const device of place.devices) {
      yield nodeOfDevice(device, place, estate);
      yield tableOfDevice(device, place);
    }
    yield* gapsOf(place);
  }
}

function nodeOf({ node, name, prefixes, table, origin }: SitePlace): Node {
  return {
    part: "node",
    id: node,
    name,
    role: "site",
    prefixes,
    table,
    forwarding: { does: "no", because: "a site's machines pass nothing on: its routers do" },
    egress: siteEgress,
    needs: [],
    origin,
  };
}

function nodeOfDevice(device: SiteDevice, place: SitePlace, estate: EstateIndex): Node {
  const { node, name, table, addresses, appliance, origin } = device;
  const own = addresses.flatMap((text) => parseAddress(text) ?? []);
  return {
    part: "node",
    id: node,
    name,
    role: "vpnDevice",
    ...standing(device, place, estate),
    prefixes: [...(appliance?.addresses ?? []), ...own].map(hostPrefix),
    table,
    forwarding: forwardingOf(device),
    speaker: speakerOfDevice(device, place, estate),
    origin,
  };
}

/** An appliance stands in its network, behind the filters of its interface; any other device in its site. */
function standing(
  { appliance }: SiteDevice,
  place: SitePlace,
  estate: EstateIndex,
): Pick<Node, "within" | "needs" | "region" | "inbound" | "outbound" | "egress"> {
  const placement = appliance && placementInSubnet(appliance.subnetId, estate);
  if (!appliance || !placement) return { within: place.node, needs: [[place.node]], egress: siteEgress };

  const key = keyOf(appliance.resource.id);
  const placed = placedInterfaces(estate).get(key);
  const machine = machineOf(key, estate);
  return {
    ...placement,
    needs: [...placement.needs, [key], ...(machine ? [[machine.key]] : []), [place.node]],
    ...filtersOf(appliance.resource, estate),
    ...(placed ? egressOfInterface(placed, estate) : {}),
  };
}

function forwardingOf({ appliance }: SiteDevice): Forwarding {
  const settings = appliance?.appliance;
  if (settings && !settings.forwards) return { does: "no", because: `${settings.name} does not forward` };

  return {
    does: "yes",
    stateful: settings?.stateful ?? false,
    sourceNat: settings?.sourceNat ?? false,
    asOwn: settings === undefined,
  };
}

function* gapsOf(place: SitePlace): Iterable<Gap> {
  const { node, name, madeOf, devices, prefixes, origin } = place;
  const gap = (kind: Gap["kind"], because: string): Gap => ({
    part: "gap",
    kind,
    about: [node],
    because,
    origin,
  });
  for (const { companion, appliance, name: device } of devices)
    if (companion?.appliance !== undefined && !appliance)
      yield gap(
        "notModelled",
        `the appliance ${companion.appliance}, which ${device} is, is no network interface of the estate`,
      );
  if (!madeOf) return;

  const names = madeOf.map((local) => local.name).join(" and ");
  yield gap(
    "assumed",
    `the estate has no site behind ${names}: it is taken to hold the ranges written there, and to send back what Azure tells it`,
  );
  if (prefixes.length === 0)
    yield gap("notModelled", `nobody says which ranges are behind ${name}: it tells them by BGP alone`);
}
