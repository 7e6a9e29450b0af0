import { bgpWeights } from "../azure/bgp-weights.ts";
import { circuitRouteLimits } from "../azure/expressroute-circuits.ts";
import { usablePrivateAsns } from "../azure/vpn-gateway-bgp.ts";
import { type Prefix, parsePrefix } from "../ip/index.ts";
import type { ProviderRouter, VpnDevice } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { numberOf } from "../model/number-of.ts";
import { propertyOf } from "../model/properties.ts";
import { keyOf } from "../model/resource-id.ts";
import type {
  Gap,
  Link,
  Node,
  Origination,
  Program,
  Sends,
  Session,
  Table,
  TopologyPart,
} from "../model/topology.ts";
import type { TopologyReader } from "../model/topology-reader.ts";
import { type CircuitPath, type PrivateCircuit, privateCircuits } from "./circuit-paths.ts";
import { circuitBrokenBecause } from "./circuits.ts";
import { gatewayTagsOn } from "./express-route-ways.ts";
import { learns, onlyThese, overLink, sends } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { learnedLayer } from "./layer.ts";
import { siteEgress } from "./site-egress.ts";
import { placeNamed, type SitePlace } from "./site-places.ts";
import { layersBehind } from "./site-tables.ts";
import { siteWeights } from "./site-weights.ts";

export const providerRouters: TopologyReader = { reads: "providerRouters", read };

const [[FIRST_PRIVATE_ASN] = [0]] = usablePrivateAsns.value;

interface Router {
  readonly node: string;
  readonly router: ProviderRouter;
  readonly asn: number;
  readonly place: SitePlace | undefined;
  readonly circuits: readonly PrivateCircuit[];
}

function* read(estate: EstateIndex): Iterable<TopologyPart> {
  for (const router of estate.estate.providerRouters) {
    const one = routerOf(router, estate);
    yield nodeOf(one);
    yield tableOf(one);
    for (const circuit of one.circuits) {
      for (const path of circuit.paths) {
        yield linkOf(one, circuit, path);
        yield sessionOf(one, circuit, path, estate);
      }
    }
    yield* gapsOf(one, estate);
  }
}

function routerOf(router: ProviderRouter, estate: EstateIndex): Router {
  const circuits = router.circuits.flatMap((id) => privateCircuits(estate).get(keyOf(id)) ?? []);
  const [told] = circuits.flatMap(
    ({ peering }) => (peering && numberOf(propertyOf(peering.resource, "peerASN"))) ?? [],
  );
  const place = router.site === undefined ? undefined : placeNamed(router.site, estate);
  return {
    node: `providerrouter/${router.name.toLowerCase()}`,
    router,
    asn: router.asn ?? told ?? FIRST_PRIVATE_ASN,
    place: place?.isPlayed ? undefined : place,
    circuits,
  };
}

function nodeOf({ node, router, asn, place, circuits }: Router): Node {
  return {
    part: "node",
    id: node,
    name: router.name,
    role: "providerRouter",
    ...(place ? { within: place.node, egress: siteEgress } : {}),
    prefixes: [],
    table: `${node}/table`,
    forwarding: { does: "yes", stateful: false, sourceNat: false, asOwn: true },
    speaker: {
      asn,
      originates: [
        ...(place ? siteRanges(place, router) : []),
        ...(router.advertisesLinks ? linkRanges(circuits) : []),
      ],
      refuses: place?.prefixes ?? [],
      multipath: false,
      programs: programsOf(node, place),
    },
    needs: place ? [[place.node]] : [],
    origin: router.origin,
  };
}

function siteRanges(place: SitePlace, router: ProviderRouter): readonly Origination[] {
  const { node, origin } = place;
  return toldOf(place, router).map((prefix) => ({
    prefix,
    tag: tags.site,
    weight: bgpWeights.value.others,
    via: { to: "members", network: node },
    needs: [],
    origin,
  }));
}

function toldOf({ prefixes }: SitePlace, { advertises }: ProviderRouter): readonly Prefix[] {
  return advertises?.flatMap((text) => parsePrefix(text) ?? []) ?? prefixes;
}

function linkRanges(circuits: readonly PrivateCircuit[]): readonly Origination[] {
  return circuits.flatMap(({ circuit, paths }) =>
    paths.flatMap(({ prefix, link }) =>
      prefix === undefined
        ? []
        : [
            {
              prefix,
              tag: tags.link,
              weight: bgpWeights.value.others,
              via: overLink(link),
              needs: [[link]],
              origin: circuit.resource.origin,
            },
          ],
    ),
  );
}

function programsOf(node: string, place: SitePlace | undefined): readonly Program[] {
  const own: Program = {
    layer: `${node}/learned`,
    tags: [tags.azure, tags.link],
    nextHop: "via",
    nextHopType: "Circuit",
  };
  return place
    ? [own, { layer: place.learned, tags: [tags.azure], nextHop: "self", nextHopType: "Circuit" }]
    : [own];
}

function tableOf({ node, router, place }: Router): Table {
  return {
    part: "table",
    id: `${node}/table`,
    name: router.name,
    layers: [...(place ? layersBehind(place) : []), learnedLayer(`${node}/learned`)],
    origin: router.origin,
  };
}

/** Whether somebody said of all its tunnels how they are weighed against others. */
function isRanked(device: VpnDevice | undefined): boolean {
  const tunnels = device?.tunnels ?? [];
  return tunnels.length > 0 && tunnels.every(({ localPreference }) => localPreference !== undefined);
}

function linkOf({ node, router, place }: Router, circuit: PrivateCircuit, path: CircuitPath): Link {
  const { resource, name, bandwidthMbps } = circuit.circuit;
  const end = { sends: true, acceptsForwarded: true, origin: resource.origin };
  const broken = circuitBrokenBecause(circuit);
  return {
    part: "link",
    id: path.link,
    name: `${name}, ${path.name}`,
    medium: "circuit",
    ends: [
      { ...end, node, arrivalTable: `${node}/table`, origin: router.origin },
      { ...end, node: path.edge, arrivalTable: path.table },
    ],
    crossesInternet: false,
    ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }),
    ...(place?.roundTripMs === undefined ? {} : { roundTripMs: place.roundTripMs }),
    ...(broken === undefined ? {} : { brokenBecause: broken }),
    needs: [[circuit.key]],
    origin: resource.origin,
  };
}

function sessionOf(one: Router, circuit: PrivateCircuit, path: CircuitPath, estate: EstateIndex): Session {
  const { customerAddress, microsoftAddress, link, edge } = path;
  const limit = limitOf(circuit);
  return {
    part: "session",
    id: `${link}/bgp`,
    ends: [
      {
        node: one.node,
        ...(customerAddress === undefined ? {} : { address: customerAddress }),
        via: overLink(link),
        learns: learns(siteWeights.circuits, { tag: tags.azure }),
        sends: sendsOf(one, circuit),
      },
      {
        node: edge,
        ...(microsoftAddress === undefined ? {} : { address: microsoftAddress }),
        via: overLink(link),
        learns: learns(0, { tag: tags.provider, acceptsOwnAsn: true, ...(limit ? { limit } : {}) }),
        sends: sends([tags.reach, ...gatewayTagsOn(circuit.key, estate)], {
          families: circuit.families,
          stripsPrivateAsns: true,
        }),
      },
    ],
    needs: [[link]],
    origin: circuit.circuit.resource.origin,
  };
}

/** What it has of its own, and what it has from one circuit to another. */
function sendsOf({ router, place, circuits }: Router, { families }: PrivateCircuit): Sends {
  const passed = router.passesOn?.flatMap((text) => parsePrefix(text) ?? []);
  const links = router.advertisesLinks
    ? circuits.flatMap(({ paths }) => paths.flatMap(({ prefix }) => prefix ?? []))
    : [];
  const own: readonly Prefix[] = [...(place ? toldOf(place, router) : []), ...links];
  return sends([tags.site, tags.link, tags.azure], {
    families,
    ...onlyThese(passed && [...passed, ...own]),
  });
}

function limitOf({ circuit }: PrivateCircuit) {
  const limits: Readonly<Record<string, number>> = circuitRouteLimits.value.privateIpv4;
  const tier = Object.keys(limits).find((name) => name.toLowerCase() === circuit.tier?.toLowerCase());
  const routes = tier === undefined ? undefined : limits[tier];
  return routes === undefined
    ? undefined
    : { routes, because: `a ${tier} circuit takes ${routes} prefixes of the provider` };
}

function* gapsOf({ node, router, asn, place, circuits }: Router, estate: EstateIndex): Iterable<Gap> {
  const gap = (kind: Gap["kind"], because: string): Gap => ({
    part: "gap",
    kind,
    about: [node],
    because,
    origin: router.origin,
  });
  const isTold = circuits.some(
    ({ peering }) => peering && numberOf(propertyOf(peering.resource, "peerASN")) !== undefined,
  );
  if (router.asn === undefined && !isTold)
    yield gap("assumed", `nobody has agreed on the ASN of ${router.name}: ${asn} is taken`);
  if (router.site !== undefined && !place && !placeNamed(router.site, estate))
    yield gap("notModelled", `the site ${router.site} behind ${router.name} is not in the estate`);
  for (const id of router.circuits)
    if (!privateCircuits(estate).has(keyOf(id)))
      yield gap("notModelled", `the circuit ${id} of ${router.name} is not in the estate`);
  if (!place && router.advertises !== undefined)
    yield gap(
      "notModelled",
      `nobody says where the ranges are that ${router.name} tells Azure: ${router.advertises.join(", ")}`,
    );
  if (place?.devices.some(({ companion }) => !isRanked(companion)))
    yield gap(
      "assumed",
      `${place.name} prefers its circuits to its tunnels for the same ranges: nobody says otherwise`,
    );
}
