import { addressAt, formatAddress, formatPrefix, type Prefix } from "../../ip/index.ts";
import type { Link, Medium, Node } from "../../model/topology.ts";
import { type ClientPlan, planClient } from "../../outputs/vpn-client/index.ts";
import {
  addNft,
  type LabDraft,
  leaveOut,
  type NamespaceDraft,
  namespaceFor,
  wireAddressFor,
} from "./lab-draft.ts";
import { openVpnClient, openVpnServer, openVpnStaticKey } from "./openvpn-files.ts";
import { nodeOf, placeOf } from "./places.ts";
import type { Segments } from "./segments.ts";
import { layTheirProgram, sstpClient, sstpServer } from "./sstp-files.ts";
import { tablePurpose } from "./ways.ts";
import { lookUpArrivals } from "./wires.ts";

const BY_USERS: readonly Medium[] = ["openvpn", "ikev2", "sstp"];

export function isForUsers({ medium }: Link): boolean {
  return BY_USERS.includes(medium);
}

/** Of a pool the gateway has the first address and its users the next. */
export function userAddress(pool: Prefix): string | undefined {
  return addressIn(pool, 2);
}

/** Who dials in over a link, with what they are told when they do. */
export interface Users {
  readonly node: Node;
  readonly gateway: Node;
  readonly pool: Prefix;
  readonly address: string;
  readonly pushed: readonly string[];
  /** Of what is pushed: between two tunnels to one range the lower is used. */
  readonly metric: number;
}

export function usersOf(draft: LabDraft, link: Link): Users | undefined {
  if (!isForUsers(link)) return undefined;
  const [a, b] = link.ends.map((end) => nodeOf(draft, end.node));
  const [node, gateway] = a?.role === "p2sUsers" ? [a, b] : [b, a];
  const pool = node?.prefixes.find(({ family }) => family === 4);
  const address = pool && userAddress(pool);
  if (!node || !gateway || !pool || address === undefined || placeOf(gateway) !== "router") return undefined;

  const pushed = pushedRoutes(draft, node, link).filter((range) => range !== formatPrefix(pool));
  const links = linksOfUsers(draft).filter(({ ends }) => ends.some((end) => end.node === node.id));
  return { node, gateway, pool, address, pushed, metric: links.findIndex(({ id }) => id === link.id) };
}

function linksOfUsers({ topology }: LabDraft): readonly Link[] {
  return [...topology.links.values()].filter(isForUsers).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** They are one host, however many tunnels they have. */
export function placeUsers(draft: LabDraft, { node, address }: Users): void {
  if (draft.hosts.some((host) => host.node === node.id)) return;

  const authentication = clientPlanOf(draft, node)?.authentication;
  if (authentication === "Radius" || authentication === "AAD")
    leaveOut(
      draft,
      node.id,
      "they prove who they are by certificates: there is no RADIUS server and no Entra ID",
    );

  const namespace = namespaceFor(draft, node.id, node.name, node.id);
  addNft(namespace, "forward", "drop");
  draft.hosts.push({ name: namespace.name, node: node.id, namespace: namespace.name, address });
}

function clientPlanOf({ topology, options: { estate } }: LabDraft, { id }: Node): ClientPlan | undefined {
  return estate && planClient(id, topology, estate);
}

/**
 * What is exported for them; of users whose estate is not known, what would be. In a lab all prove by certificates who they
 * are.
 */
export function profileOf(draft: LabDraft, { node, gateway, pushed, pool }: Users): ClientPlan {
  const plan = clientPlanOf(draft, node) ?? {
    users: node.name,
    gateway: gateway.name,
    protocols: ["IkeV2"],
    told: pushed,
    pool: [formatPrefix(pool)],
    server: "<server>",
    placeholders: [],
  };
  return { ...plan, authentication: "Certificate" };
}

/** Users connect to every instance of their gateway, and have one address with all: what a pool is for. */
export function layUserTunnels(draft: LabDraft, segments: Segments, devices: Map<string, string>): void {
  const counts = new Map<string, number>();
  const next = (namespace: NamespaceDraft) => {
    const count = counts.get(namespace.id) ?? 0;
    counts.set(namespace.id, count + 1);
    return count;
  };

  for (const link of linksOfUsers(draft)) {
    const users = usersOf(draft, link);
    if (!users || link.medium === "ikev2") continue;

    connect(link, users);
  }
  layTheirProgram(draft);

  function connect(link: Link, dialling: Users): void {
    const { node: users, gateway, pool } = dialling;
    const [server, client] = [gateway, users].map((node) => namespaceFor(draft, node.id, node.name, node.id));
    if (!server || !client) return;

    const [serverCount, clientCount] = [next(server), next(client)];
    const serverWire = join(server, link, "server");
    const clientWire = join(client, link, "client");
    const [serverDevice, clientDevice] = [`tun${serverCount}`, `tun${clientCount}`];
    devices.set(`${link.id} ${gateway.id}`, serverDevice);
    devices.set(`${link.id} ${users.id}`, clientDevice);
    server.tunnels.set(serverDevice, users.id);
    client.tunnels.set(clientDevice, gateway.id);

    const arrival = link.ends.find(({ node }) => node === gateway.id)?.arrivalTable ?? gateway.table;
    if (arrival !== undefined) lookUpArrivals(server, serverDevice, tablePurpose(arrival));
    const settings = {
      serverAddress: serverWire.address,
      pool,
      gatewayAddress: addressIn(pool, 1) ?? "",
      userAddress: dialling.address,
      pushed: dialling.pushed,
      metric: dialling.metric,
    };
    const plan = clientPlanOf(draft, users);
    const openVpn = {
      ...settings,
      tlsKey: openVpnStaticKey((part) => draft.options.keys(`tls ${part} ${link.id}`)),
      exported: plan?.authentication === "Certificate" ? plan : undefined,
    };
    const name = `${client.name}-${clientCount}`;
    const isSstp = link.medium === "sstp";
    const proves = link.brokenBecause === undefined ? "client" : "stranger";
    if (link.brokenBecause !== undefined)
      leaveOut(
        draft,
        link.id,
        `${link.brokenBecause}. In the lab it is a strange certificate that is refused`,
      );
    draft.daemons.push(
      {
        name: `${isSstp ? "sstp" : "ovpn"}-server-${name}`,
        namespace: server.name,
        program: isSstp ? "sstp-server" : "openvpn-server",
        files: isSstp
          ? sstpServer(serverDevice, "server", settings)
          : openVpnServer({ ...openVpn, device: serverDevice }),
        about: [link.id],
        ...(isSstp ? { certificate: "server", makesDevice: serverDevice } : {}),
        tunnel: { inner: serverDevice, ...serverWire },
      },
      {
        name: `${isSstp ? "sstp" : "ovpn"}-client-${name}`,
        namespace: client.name,
        program: isSstp ? "sstp-client" : "openvpn-client",
        files: isSstp
          ? sstpClient(clientDevice, proves, settings)
          : openVpnClient({ ...openVpn, device: clientDevice, proves }),
        about: [link.id],
        ...(isSstp ? { certificate: proves, makesDevice: clientDevice } : {}),
        tunnel: { inner: clientDevice, ...clientWire },
      },
    );
    placeUsers(draft, dialling);
  }

  function join(namespace: NamespaceDraft, link: Link, end: string) {
    const address = wireAddressFor(draft, "internet", `${link.id} ${end}`);
    const outer = segments.join(namespace, "internet");
    namespace.ip.push(`addr add ${address}/32 dev ${outer}`);
    return { outer, address };
  }
}

/** What users are told when they connect: the rows of their table that lead over this link. */
function pushedRoutes({ topology }: LabDraft, { table }: Node, { id }: Link): readonly string[] {
  const rows = topology.tables.get(table ?? "")?.layers.flatMap((layer) => layer.rows) ?? [];
  const over = rows.filter(
    ({ nextHop, prefix }) => nextHop.to === "link" && nextHop.link === id && prefix.family === 4,
  );
  return over.map(({ prefix }) => formatPrefix(prefix));
}

function addressIn(pool: Prefix, offset: number): string | undefined {
  const address = addressAt(pool, offset);
  return address === undefined ? undefined : formatAddress(address);
}
