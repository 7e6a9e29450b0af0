import { tunnelPacketSize } from "../../azure/ipsec-policy.ts";
import type { Link, NodeId } from "../../model/topology.ts";
import { charonFiles, type Proof } from "./charon-files.ts";
import { createDeviceTunnels, type DeviceTunnelFiles } from "./device-tunnels.ts";
import type { Segment } from "./lab-addresses.ts";
import { addNft, type LabDraft, type NamespaceDraft, namespaceFor, wireAddressFor } from "./lab-draft.ts";
import { nodeOf, placeOf } from "./places.ts";
import type { Segments } from "./segments.ts";
import { translateOver } from "./translations.ts";
import { isForUsers, layUserTunnels, placeUsers, type Users, usersOf } from "./user-tunnels.ts";
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

/** Where programs listen that share a namespace, and so cannot all have the well-known ports. */
const PORTS = 10_000;
const PORTS_NAT = 20_000;

/** Every IPsec link, users' among them, by a charon at both its ends. Each opens a device of its own, numbered in the order of their start. */
export function layTunnels(draft: LabDraft, segments: Segments): TunnelDevices {
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
    if (users) placeUsers(draft, users);

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
    const wire = segments.join(namespace, segment);
    namespace.ip.push(`addr add ${address}/32 dev ${wire}`);
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
      port: PORTS + count,
      portNat: PORTS_NAT + count,
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
    addNft(
      here.namespace,
      "prerouting",
      `ip daddr ${here.address} udp dport 500 dnat to ${here.address}:${here.port}`,
      `ip daddr ${here.address} udp dport 4500 dnat to ${here.address}:${here.portNat}`,
    );
    addNft(
      here.namespace,
      "postrouting",
      `udp sport ${here.port} snat to ${here.address}:500`,
      `udp sport ${here.portNat} snat to ${here.address}:4500`,
    );
    here.namespace.tunnels.set(here.device, there.node);
    const users = usersOf(draft, link);
    const proves = users ? proofOfUsers(begins) : proofByKey(link, here.node, begins);
    draft.daemons.push({
      name: here.daemon,
      namespace: here.namespace.name,
      program: "charon",
      files: [
        ...charonFiles(
          { ...here, farAddress: there.address, proves, begins },
          exportedText(here, there, proves, exported),
        ),
        ...(users && begins ? [{ name: "device.ip", text: deviceLines(here, users) }] : []),
      ],
      ...(users ? { certificate: begins ? proofOf(link) : "server" } : {}),
      about: [link.id],
      ...(here.after === undefined ? {} : { after: here.after }),
      ...(begins ? { begins } : {}),
      makesDevice: here.device,
      tunnel: { inner: here.device, outer: here.wire, address: here.address },
    });
  }

  /** The keys are as equal as they are said to be; whatever else breaks it, ends that disagree are how it looks. */
  function proofByKey({ id, ends, brokenBecause }: Link, node: NodeId, begins: boolean): Proof {
    const secrets = ends.map(({ secret }) => secret);
    const own = ends.find((end) => end.node === node)?.secret;
    const key = draft.options.keys(own === undefined ? id : `secret ${own}`);
    const isBrokenElse = brokenBecause !== undefined && new Set(secrets).size === 1;
    return { by: "key", key: isBrokenElse && !begins ? `${key} not` : key };
  }
}

/** What is said of the tunnel at this end where one of its ends is a device whose file is exported. */
function exportedText(
  { node, address }: TunnelEnd,
  there: TunnelEnd,
  proves: Proof,
  exported: DeviceTunnelFiles | undefined,
): string | undefined {
  if (!exported || proves.by !== "key") return undefined;
  const ends = { address, farAddress: there.address, key: proves.key };
  return node === exported.device ? exported.deviceFile(ends) : exported.gatewayFile(ends);
}

function proofOfUsers(begins: boolean): Proof {
  if (!begins) return { by: "certificate", own: "server", far: "client" };
  return { by: "certificate", own: "client", far: "server" };
}

/** Of a link that is broken the user has a certificate that the gateway does not trust. */
function proofOf({ brokenBecause }: Link): "client" | "stranger" {
  return brokenBecause === undefined ? "client" : "stranger";
}

/** What is said of a user's device when it is there. */
function deviceLines({ device }: TunnelEnd, { address, pushed, metric }: Users): string {
  return [
    `addr add ${address}/32 dev ${device}`,
    ...pushed.map((range) => `route add ${range} dev ${device} src ${address} metric ${metric}`),
    "",
  ].join("\n");
}
