import { tunnelPacketSize } from "../../azure/ipsec-policy.ts";
import type { Link, NodeId } from "../../model/topology.ts";
import { doNotAgree } from "../../topology/ipsec-policies.ts";
import { charonFiles, type ExportedCharon } from "./charon-files.ts";
import type { CircuitCarriers } from "./circuit-carriers.ts";
import { createDeviceTunnels, type DeviceTunnelFiles } from "./device-tunnels.ts";
import { ikev2GatewayFile, ikev2UserFiles, offersOfUsers } from "./ikev2-users.ts";
import type { Segment } from "./lab-addresses.ts";
import {
  addNft,
  type LabDraft,
  leaveOut,
  type NamespaceDraft,
  namespaceFor,
  wireAddressFor,
} from "./lab-draft.ts";
import { type Offers, offersOf, replacedOffers, runnableOffers, whyReplaced } from "./offers.ts";
import { nodeOf, placeOf } from "./places.ts";
import type { Segments } from "./segments.ts";
import { translateOver } from "./translations.ts";
import { isForUsers, layUserTunnels, placeUsers, profileOf, type Users, usersOf } from "./user-tunnels.ts";
import { tablePurpose } from "./ways.ts";
import { lookUpArrivals } from "./wires.ts";

/** Links that a program carries: where each comes out, in the namespaces of both its ends. */
export interface TunnelDevices {
  /**
   * The device in the namespace of `node`, alone in the list; none where the link does not end there, or is not run.
   * `undefined`: a wire carries it.
   */
  deviceOf(link: Link, node: NodeId): readonly string[] | undefined;
}

interface TunnelEnd {
  readonly node: NodeId;
  readonly namespace: NamespaceDraft;
  readonly address: string;
  readonly device: string;
  readonly wire: string;
  readonly port: number;
  readonly portNat: number;
  readonly daemon: string;
  readonly after: string | undefined;
}

/** Where programs listen that share a namespace, and so cannot all have the well-known ports: the first of them has. */
const WELL_KNOWN = { port: 500, portNat: 4500 };
const PORTS = 10_000;
const PORTS_NAT = 20_000;

/** Every IPsec link, users' among them, by a charon at both its ends. Each opens a device of its own, numbered in the order of their start. */
export function layTunnels(draft: LabDraft, segments: Segments, carriers: CircuitCarriers): TunnelDevices {
  const devices = new Map<string, string>();
  const counts = new Map<string, number>();
  const links = [...draft.topology.links.values()]
    .filter((link) => link.medium === "ipsec" || (link.medium === "ikev2" && usersOf(draft, link)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  const deviceTunnels = createDeviceTunnels(draft);
  for (const link of links) {
    const segment = link.crossesInternet ? "internet" : "backbone";
    const users = usersOf(draft, link);
    const ends = link.ends.toSorted((a) => (a.node === users?.node.id ? -1 : 0));
    const [first, second] = ends.map(({ node }) => endAt(node, link, segment));
    if (!first || !second) continue;
    if (users) {
      placeUsers(draft, users);
      for (const one of replacedOffers(offersOfUsers(profileOf(draft, users)), draft.options))
        leaveOut(draft, link.id, whyReplaced(one, "its profile offers"));
    }

    const exported = deviceTunnels.find(link.id, [first.node, second.node]);
    const beginsFirst = exported === undefined || (first.node === exported.device) === exported.deviceBegins;
    runEnd(link, first, second, beginsFirst, exported);
    runEnd(link, second, first, !beginsFirst, exported);
  }
  layUserTunnels(draft, segments, devices);
  return {
    deviceOf(link, node) {
      if (link.medium !== "ipsec" && !isForUsers(link)) return undefined;
      const device = devices.get(`${link.id} ${node}`);
      return device === undefined ? [] : [device];
    },
  };

  function endAt(id: NodeId, link: Link, segment: Segment): TunnelEnd | undefined {
    const node = nodeOf(draft, id);
    if (!node || placeOf(node) !== "router") return undefined;

    const namespace = namespaceFor(draft, node.id, node.name, node.id);
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    const device = `ipsec${count}`;
    devices.set(`${link.id} ${id}`, device);

    const address = wireAddressFor(draft, segment, `${link.id} ${id}`);
    const wire = carriers.carry(link, id, address) ?? segments.joinAt(namespace, segment, address);
    const end = link.ends.find((one) => one.node === id);
    translateOver(namespace, device, end?.translations ?? []);
    // As Azure's gateways do: a segment that no tunnel takes would be lost without a word.
    addNft(
      namespace,
      "forward",
      `oifname "${device}" tcp flags syn tcp option maxseg size set ${tunnelPacketSize.value.tcpMss}`,
    );
    const arrival = end?.arrivalTable ?? node.table;
    if (arrival !== undefined) lookUpArrivals(namespace, device, tablePurpose(arrival));
    return {
      node: id,
      namespace,
      address,
      device,
      wire,
      ...(count === 0 ? WELL_KNOWN : { port: PORTS + count, portNat: PORTS_NAT + count }),
      daemon: `ike-${namespace.name}-${count}`,
      after: count === 0 ? undefined : `ike-${namespace.name}-${count - 1}`,
    };
  }

  function runEnd(
    link: Link,
    here: TunnelEnd,
    there: TunnelEnd,
    begins: boolean,
    exported: DeviceTunnelFiles | undefined,
  ): void {
    if (here.port !== WELL_KNOWN.port) translatePorts(here);
    here.namespace.tunnels.set(here.device, there.node);
    const users = usersOf(draft, link);
    const key = users ? "" : keyAt(link, here.node, begins);
    const offers = offersAt(link, here.node);
    if (!users && !exported)
      for (const one of replacedOffers(offers, draft.options))
        leaveOut(draft, link.id, whyReplaced(one, "its policy is"));
    const files = users ? usersFiles(here, there, users, begins) : exportedFiles(here, there, key, exported);
    draft.daemons.push({
      name: here.daemon,
      namespace: here.namespace.name,
      program: "charon",
      files: [
        ...charonFiles(
          {
            ...here,
            farAddress: there.address,
            key,
            begins,
            offers: runnableOffers(offers, draft.options),
          },
          files,
        ),
        ...(users && begins ? [{ name: "device.ip", text: deviceLines(here, users) }] : []),
      ],
      ...(users ? { certificate: begins ? proofOf(link) : "server" } : {}),
      ...(files?.certificateFile === undefined ? {} : { certificateFile: files.certificateFile }),
      about: [link.id],
      ...(here.after === undefined ? {} : { after: here.after }),
      ...(begins ? { begins } : {}),
      makesDevice: here.device,
      tunnel: { inner: here.device, outer: here.wire, address: here.address },
    });
  }

  /** Keys are as equal as they are said to be; whatever else breaks it, unless it is said too, ends that disagree are how it looks. */
  function keyAt({ id, ends, brokenBecause }: Link, node: NodeId, begins: boolean): string {
    const secrets = ends.map(({ secret }) => secret);
    const own = ends.find((end) => end.node === node)?.secret;
    const key = draft.options.keys(own === undefined ? id : `secret ${own}`);
    const isSaid = new Set(secrets).size > 1 || doNotAgree([ends[0].ipsecPolicy, ends[1].ipsecPolicy]);
    const isBrokenElse = brokenBecause !== undefined && !isSaid;
    return isBrokenElse && !begins ? `${key} not` : key;
  }

  function usersFiles(here: TunnelEnd, there: TunnelEnd, users: Users, begins: boolean): ExportedCharon {
    const ends = { address: here.address, farAddress: there.address };
    const profile = profileOf(draft, users);
    const offers = offersOfUsers(profile);
    if (!begins)
      return { swanctl: ikev2GatewayFile(ends, users.address, runnableOffers(offers, draft.options)) };

    const user = { ...ends, device: here.device, metric: users.metric };
    return ikev2UserFiles(profile, user, replacedOffers(offers, draft.options));
  }
}

function offersAt({ ends }: Link, node: NodeId): Offers {
  return offersOf(ends.find((end) => end.node === node)?.ipsecPolicy);
}

/** Without a memory of flows, which the kernel would keep for every packet that passes, in the tunnel too. */
function translatePorts({ namespace, address, port, portNat }: TunnelEnd): void {
  addNft(
    namespace,
    "arriving",
    `ip daddr ${address} udp dport ${WELL_KNOWN.port} udp dport set ${port}`,
    `ip daddr ${address} udp dport ${WELL_KNOWN.portNat} udp dport set ${portNat}`,
  );
  addNft(
    namespace,
    "departing",
    `udp sport ${port} udp sport set ${WELL_KNOWN.port}`,
    `udp sport ${portNat} udp sport set ${WELL_KNOWN.portNat}`,
  );
}

/** What is said of the tunnel at this end where one of its ends is a device whose file is exported. */
function exportedFiles(
  { node, address }: TunnelEnd,
  there: TunnelEnd,
  key: string,
  exported: DeviceTunnelFiles | undefined,
): ExportedCharon | undefined {
  if (!exported) return undefined;
  const ends = { address, farAddress: there.address, key };
  return node === exported.device ? exported.deviceFiles(ends) : { swanctl: exported.gatewayFile(ends) };
}

/** Of a link that is broken the user has a certificate that the gateway does not trust. */
function proofOf({ brokenBecause }: Link): "client" | "stranger" {
  return brokenBecause === undefined ? "client" : "stranger";
}

/** The address that the gateway will give: what speaks from it does not wait for the tunnel. */
function deviceLines({ device }: TunnelEnd, { address }: Users): string {
  return [`link set ${device} up`, `addr replace ${address}/32 dev ${device}`, ""].join("\n");
}
