import { bgpWeights } from "../azure/bgp-weights.ts";
import { expressRouteGatewayLimits } from "../azure/expressroute-gateways.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { numberOf } from "../model/number-of.ts";
import { propertyOf } from "../model/properties.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Link, LinkEnd, Session, SessionEnd } from "../model/topology.ts";
import { edgeAddressTo } from "./circuit-paths.ts";
import { sourcesFor } from "./circuit-remote-networks.ts";
import { type ExpressRouteWay, gatewayTagsOn, tagOfGateway } from "./express-route-ways.ts";
import { DEFAULT_LOCAL_PREFERENCE, learns, overLink, sends, toNodes } from "./gateway-policies.ts";
import { tags } from "./gateway-tags.ts";
import { joinsBranches } from "./route-server-choice.ts";
import { isReportedDown } from "./vpn-site-to-site.ts";

export function* partsOfWay(way: ExpressRouteWay, estate: EstateIndex): Iterable<Link | Session> {
  yield linkOf(way, estate);
  yield sessionOf(way, estate);
}

function linkOf(
  { link, connection, gateway, instance, circuit, path }: ExpressRouteWay,
  estate: EstateIndex,
): Link {
  const { resource, name } = connection;
  const end = { sends: true, acceptsForwarded: true, origin: resource.origin };
  const sources = sourcesFor(gateway, circuit.key, estate);
  const edge: LinkEnd = {
    ...end,
    node: path.edge,
    arrivalTable: path.table,
    ...(sources === undefined ? {} : { sendsFrom: sources }),
  };
  const { bandwidthMbps } = circuit.circuit;
  return {
    part: "link",
    id: link,
    name: `${name}, ${path.name}`,
    medium: "circuit",
    ends: [edge, { ...end, node: instance.node, arrivalTable: instance.table }],
    crossesInternet: false,
    ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }),
    ...(isReportedDown(resource) ? { brokenBecause: `Azure reports ${name} as NotConnected` } : {}),
    needs: [[keyOf(resource.id)]],
    origin: resource.origin,
  };
}

function sessionOf(way: ExpressRouteWay, estate: EstateIndex): Session {
  return {
    part: "session",
    id: way.session,
    ends: [edgeEnd(way, estate), gatewayEnd(way, estate)],
    needs: [[way.link]],
    origin: way.connection.resource.origin,
  };
}

/** The edge puts its own number in place of the gateway's, so that another gateway of that number takes the route. */
function edgeEnd({ link, gateway, circuit, path }: ExpressRouteWay, estate: EstateIndex): SessionEnd {
  const address = edgeAddressTo(gateway.key, circuit, path, estate);
  const routes = expressRouteGatewayLimits.value.advertisedIpv4;
  const own = tagOfGateway(gateway.key);
  return {
    node: path.edge,
    ...(address === undefined ? {} : { address }),
    via: overLink(link),
    // Whatever came round by the provider: its path may be the shorter one, for private numbers are taken off it.
    learns: learns(PREFERRED, {
      tag: own,
      limit: { routes, because: `a circuit takes ${routes} prefixes of a gateway` },
    }),
    sends: sends([tags.provider, ...gatewayTagsOn(circuit.key, estate).filter((tag) => tag !== own)], {
      families: circuit.families,
      replacesFarAsn: true,
    }),
  };
}

/** Above what an edge has from a provider. */
const PREFERRED = 1;

function gatewayEnd(
  { connection, gateway, instance, circuit, path }: ExpressRouteWay,
  estate: EstateIndex,
): SessionEnd {
  const joins = joinsBranches(gateway.networkKey, estate);
  const weight = numberOf(propertyOf(connection.resource, "routingWeight")) ?? 0;
  return {
    node: instance.node,
    ...(instance.bgpAddress === undefined ? {} : { address: instance.bgpAddress }),
    via: toNodes(path.edge),
    ...(path.effectiveNextHopIp === undefined ? {} : { shownAs: path.effectiveNextHopIp }),
    learns: learns(bgpWeights.value.expressRoute, {
      tag: tags.circuit,
      localPreference: DEFAULT_LOCAL_PREFERENCE + weight,
    }),
    sends: sends(joins ? [tags.network, tags.branch, tags.static, tags.nva] : [tags.network], {
      families: circuit.families,
    }),
  };
}
