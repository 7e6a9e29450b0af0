import { vpnGatewayBgpTimers } from "../azure/vpn-gateway-bgp.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../model/gateway-connection.ts";
import type { IpsecPolicy } from "../model/ipsec-policy.ts";
import { propertyOf } from "../model/properties.ts";
import { keyOf } from "../model/resource-id.ts";
import { sameSecret } from "../model/secret.ts";
import type { Link, LinkId, NodeId, Session, SessionEnd } from "../model/topology.ts";
import { farGateway } from "./far-gateway.ts";
import { findStandingGateway, type GatewayInstance, type StandingGateway } from "./gateway-instances.ts";
import { overLink } from "./gateway-policies.ts";
import { groupBy } from "./group-by.ts";
import { doNotAgree, ipsecPoliciesOf } from "./ipsec-policies.ts";
import { perEstate } from "./per-estate.ts";
import { areDifferent, secretsOf } from "./same-secrets.ts";
import { vpnBandwidthMbps } from "./vpn-bandwidth.ts";
import { isReportedDown, learnsOverTunnel, sendsOverTunnel } from "./vpn-site-to-site.ts";

/** One end of a tunnel between two gateways: `half` is the connection that begins here, if the estate has it. */
export interface NetworkTunnelEnd {
  readonly gateway: StandingGateway;
  readonly instance: GatewayInstance;
  readonly half: GatewayConnection | undefined;
}

export interface NetworkTunnel {
  readonly link: LinkId;
  readonly name: string;
  readonly ends: readonly [NetworkTunnelEnd, NetworkTunnelEnd];
  readonly brokenBecause: string | undefined;
  readonly usesBgp: boolean;
  /** The far half stands where the far gateway does: taken to be there. */
  readonly isAssumed: boolean;
}

export const networkTunnels = perEstate((estate): readonly NetworkTunnel[] => {
  const halves = new Map<string, GatewayConnection>();
  const pairs = new Map<string, readonly [string, string]>();
  for (const half of allGatewayConnections(estate)) {
    const { virtualNetworkGateway1: from } = half;
    const to = farGateway(half, estate);
    if (from === undefined || to === undefined) continue;
    if (!halves.has(`${from} ${to}`)) halves.set(`${from} ${to}`, half);
    const ends = from < to ? ([from, to] as const) : ([to, from] as const);
    pairs.set(ends.join(" "), ends);
  }
  return [...pairs.values()].flatMap(([a, b]) =>
    tunnelsOf(a, b, halves.get(`${a} ${b}`), halves.get(`${b} ${a}`), estate),
  );
});

const byInstance = perEstate((estate) =>
  groupBy(
    networkTunnels(estate).flatMap((tunnel) => [
      { node: tunnel.ends[0].instance.node, tunnel, far: tunnel.ends[1], near: tunnel.ends[0] },
      { node: tunnel.ends[1].instance.node, tunnel, far: tunnel.ends[0], near: tunnel.ends[1] },
    ]),
    ({ node }) => node,
  ),
);

export function networkTunnelsOf(node: NodeId, estate: EstateIndex) {
  return byInstance(estate).get(node) ?? [];
}

function tunnelsOf(
  a: string,
  b: string,
  there: GatewayConnection | undefined,
  back: GatewayConnection | undefined,
  estate: EstateIndex,
): readonly NetworkTunnel[] {
  const [near, far] = [findStandingGateway(a, estate), findStandingGateway(b, estate)];
  const [first] = [there, back].flatMap((half) => half ?? []).sort(byId);
  if (!near || !far || !first || near === far) return [];

  const missing = there ? far : near;
  const isAssumed = (!there || !back) && missing.resource.existing === true;
  const broken = brokenBecause(there, back, missing, isAssumed, estate);
  // Every instance of one has a tunnel to every instance of the other.
  const isMesh = near.instances.length > 1 && far.instances.length > 1;
  return near.instances.flatMap((instance, index) =>
    far.instances.map((other, otherIndex): NetworkTunnel => {
      const which = isMesh ? `${index}-${otherIndex}` : `${Math.max(index, otherIndex)}`;
      return {
        link: `${keyOf(first.resource.id)}#${which}`,
        name:
          near.instances.length + far.instances.length > 2 ? `${first.name}, tunnel ${which}` : first.name,
        ends: [
          { gateway: near, instance, half: there },
          { gateway: far, instance: other, half: back },
        ],
        brokenBecause: broken,
        usesBgp: [there, back].every((half) => half === undefined || half.enableBgp === true),
        isAssumed,
      };
    }),
  );
}

function byId(a: GatewayConnection, b: GatewayConnection): number {
  return keyOf(a.resource.id) < keyOf(b.resource.id) ? -1 : 1;
}

function brokenBecause(
  there: GatewayConnection | undefined,
  back: GatewayConnection | undefined,
  missing: StandingGateway,
  isAssumed: boolean,
  estate: EstateIndex,
): string | undefined {
  const down = [there, back].find((half) => half && isReportedDown(half.resource));
  if (down) return `Azure reports ${down.name} as NotConnected`;
  if (!there || !back)
    return isAssumed ? undefined : `${missing.name} has no connection back to the other gateway`;

  if (haveOtherKeys(there, back, estate)) return `${there.name} and ${back.name} have different shared keys`;
  return doNotAgree(ipsecPoliciesOf(there.resource, back.resource))
    ? `${there.name} and ${back.name} have different IPsec policies`
    : undefined;
}

function haveOtherKeys(a: GatewayConnection, b: GatewayConnection, estate: EstateIndex): boolean {
  const secrets = secretsOf([a.resource.id], [b.resource.id], estate);
  if (secrets) return areDifferent(secrets);

  const [key, back] = [a, b].map(({ resource }) => propertyOf(resource, "sharedKey"));
  return sameSecret(key, back) === false;
}

export function* partsOfNetworkTunnel(tunnel: NetworkTunnel, estate: EstateIndex): Iterable<Link | Session> {
  const { link, name, ends, usesBgp } = tunnel;
  const [near, far] = ends;
  const halves = ends.flatMap(({ half }) => half ?? []);
  const origin = (halves[0]?.resource ?? near.gateway.resource).origin;
  const [there, back] = ends.map(({ half }) => (half ? [half.resource.id] : []));
  const secrets = secretsOf(there ?? [], back ?? [], estate);
  const policies = ipsecPoliciesOf(near.half?.resource, far.half?.resource);
  const end = (
    { instance, half }: NetworkTunnelEnd,
    secret: string | undefined,
    ipsecPolicy: IpsecPolicy | undefined,
  ) => ({
    node: instance.node,
    arrivalTable: instance.table,
    sends: true,
    acceptsForwarded: true,
    ...(secret === undefined ? {} : { secret }),
    ...(ipsecPolicy === undefined ? {} : { ipsecPolicy }),
    origin: half?.resource.origin ?? origin,
  });
  const widths = ends.flatMap(({ gateway }) => vpnBandwidthMbps(gateway.gateway).bandwidthMbps ?? []);
  yield {
    part: "link",
    id: link,
    name,
    medium: "ipsec",
    ends: [end(near, secrets?.[0], policies[0]), end(far, secrets?.[1], policies[1])],
    encryptedBy: "IPsec",
    crossesInternet: false,
    ...(widths.length === 2 ? { bandwidthMbps: Math.min(...widths) } : {}),
    ...(tunnel.brokenBecause === undefined ? {} : { brokenBecause: tunnel.brokenBecause }),
    needs: halves.map(({ resource }) => [keyOf(resource.id)]),
    origin,
  };
  if (!usesBgp || near.gateway.asn === far.gateway.asn) return;

  const speaks = ({ gateway, instance }: NetworkTunnelEnd): SessionEnd => ({
    node: instance.node,
    ...(instance.bgpAddress === undefined ? {} : { address: instance.bgpAddress }),
    via: overLink(link),
    learns: learnsOverTunnel(gateway.networkKey, estate),
    sends: sendsOverTunnel(gateway.networkKey, estate),
  });
  yield {
    part: "session",
    id: `${link}/bgp`,
    ends: [speaks(near), speaks(far)],
    holdSeconds: vpnGatewayBgpTimers.value.holdSeconds,
    needs: [[link]],
    origin,
  };
}
