/** The speakers of the recorded labs, written by hand and in the words of the recordings. */
import type { Node, Session } from "../../src/model/topology.ts";
import { originates, session, speaker } from "./topologies.ts";

const FROM_GATEWAY = "fromGateway";
const FROM_PROVIDER = "fromProvider";
const EDGE_ASN = 12_076;
const AZURE_ASN = 65_515;

export interface Instance {
  readonly id: string;
  readonly address: string;
}

export function expressRouteGateway(instances: readonly Instance[], networks: readonly string[]): Node[] {
  return instances.map(({ id, address }) =>
    speaker(id, AZURE_ASN, {
      routerId: address,
      multipath: true,
      originates: originates("network", networks),
      refuses: originates("", networks).map(({ prefix }) => prefix),
      programs: [
        {
          layer: "hub/gatewayroutes",
          tags: ["circuit"],
          nextHop: "via",
          nextHopType: "VirtualNetworkGateway",
        },
      ],
    }),
  );
}

export function vpnGateway(
  instances: readonly Instance[],
  networks: readonly string[],
  peerHosts: readonly string[],
): (Node | Session)[] {
  const nodes = instances.map(({ id, address }) =>
    speaker(id, AZURE_ASN, {
      routerId: address,
      multipath: true,
      originates: [...originates("network", networks), ...originates("peerHost", peerHosts)],
      refuses: originates("", networks).map(({ prefix }) => prefix),
      programs: [
        {
          layer: "hub/gatewayroutes",
          tags: ["static", "branch"],
          nextHop: "self",
          nextHopType: "VirtualNetworkGateway",
          shownAs: address,
        },
      ],
    }),
  );
  const [a, b] = instances.map(({ id, address }) => ({
    node: id,
    address,
    learns: { weight: 32_768 },
    sends: { tags: ["static", "peerHost", "branch"] },
  }));
  return a === undefined || b === undefined ? nodes : [...nodes, session(a, b)];
}

/** A VPN and an ExpressRoute gateway in one network. */
export function coexistence(vpn: readonly Instance[], expressRoute: readonly Instance[]): Session[] {
  return vpn.flatMap((a) =>
    expressRoute.map((b) =>
      session(
        { node: a.id, address: a.address, learns: { weight: 32_769 }, sends: { tags: ["branch"] } },
        { node: b.id, address: b.address, learns: { weight: 32_768 }, sends: { tags: ["network"] } },
      ),
    ),
  );
}

export interface Tunnel {
  readonly instance: Instance;
  readonly prepend?: number;
  readonly localPreference?: number;
}

/** A VPN device with a tunnel to each instance, over which it tells one prefix. */
export function device(
  id: string,
  address: string,
  asn: number,
  tells: string,
  tunnels: readonly Tunnel[],
): (Node | Session)[] {
  return [
    speaker(id, asn, { routerId: address, originates: originates("site", [tells]) }),
    ...tunnels.map(({ instance, prepend = 0, localPreference = 100 }) =>
      session(
        { node: id, address, learns: { localPreference }, sends: { tags: ["site"], prepend } },
        {
          node: instance.id,
          address: instance.address,
          learns: { tag: "branch", weight: 32_768 },
          sends: { tags: ["network", "static", "peerHost", "branch", "pool"], exceptDefaultRoute: true },
        },
      ),
    ),
  ];
}

export interface EdgePath {
  readonly id: string;
  readonly link: string;
  readonly customerAddress: string;
  readonly microsoftAddress: string;
  readonly effectiveNextHopIp: string;
  readonly gateways: readonly { readonly peer: string; readonly instances: readonly Instance[] }[];
}

/** A Microsoft edge router of a circuit, and who connects there. */
export function edge(path: EdgePath): (Node | Session)[] {
  return [
    speaker(path.id, EDGE_ASN, {
      routerId: path.effectiveNextHopIp,
      hides: originates("", [path.link]).map(({ prefix }) => prefix),
    }),
    ...path.gateways.flatMap(({ peer, instances }) =>
      instances.map(({ id, address }) =>
        session(
          {
            node: path.id,
            address: peer,
            learns: { tag: FROM_GATEWAY },
            sends: { tags: [FROM_GATEWAY, FROM_PROVIDER], replacesFarAsn: true },
          },
          {
            node: id,
            address,
            shownAs: path.effectiveNextHopIp,
            learns: { tag: "circuit", weight: 32_769 },
            sends: { tags: ["network"] },
          },
        ),
      ),
    ),
  ];
}

/** A provider's router that joins the edges and tells of the links. */
export function providerRouter(id: string, asn: number, paths: readonly EdgePath[]): (Node | Session)[] {
  return [
    speaker(id, asn, {
      originates: originates(
        "link",
        paths.map(({ link }) => link),
      ),
    }),
    ...paths.map((path) =>
      session(
        {
          node: id,
          address: path.customerAddress,
          learns: { tag: "cloud" },
          sends: { tags: ["cloud", "link"] },
        },
        {
          node: path.id,
          address: path.microsoftAddress,
          learns: { tag: FROM_PROVIDER, acceptsOwnAsn: true },
          sends: { tags: [FROM_GATEWAY], stripsPrivateAsns: true },
        },
        `${path.id}/bgp`,
      ),
    ),
  ];
}
