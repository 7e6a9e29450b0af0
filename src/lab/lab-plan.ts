import type { Needs, NodeId, TableId } from "../model/topology.ts";

/**
 * What a lab consists of, as text that programs read: made from a topology without touching the machine, and applied
 * by whoever holds one. Two plans are compared part by part; what is equal stays as it runs.
 */
export interface LabPlan {
  readonly namespaces: readonly LabNamespace[];
  readonly links: readonly LabLink[];
  readonly daemons: readonly LabDaemon[];
  readonly hosts: readonly LabHost[];
  /** What the topology has and the lab does not run, and why. */
  readonly notRun: readonly { readonly about: string; readonly because: string }[];
}

export interface LabNamespace {
  /** Short: device and file names are made from it. */
  readonly name: string;
  /** The node that it is; absent for the wires between (`internet`, `backbone`). */
  readonly node?: NodeId;
  readonly title: string;
  /** Lines for `ip -batch`, after the links are there: addresses, rules, routes, links up. */
  readonly ip: readonly string[];
  /** A whole nftables ruleset; absent: none. */
  readonly nft?: string;
  /** What its filters are to know of a table, which changes. */
  readonly tag?: LabTag;
  /** What its tables and devices mean, for who reads what the kernel has in them. */
  readonly lookups?: LabLookups;
}

/** The service tag VirtualNetwork, as a host's filters have it in a set: what the table leads to, and not by the internet. */
export interface LabTag {
  readonly at: NodeId;
  readonly table: TableId;
  /** Rows that count also while nothing can be sent there. */
  readonly stays: readonly string[];
  /** Networks that nothing is sent to, although rows lead there. */
  readonly silent: readonly NodeId[];
}

export interface LabLookups {
  /** The kernel's numbers of its tables, by what they are for: `table …` is one of the topology. */
  readonly tables: Readonly<Record<string, number>>;
  /** By device, the table for what arrives there; what a device does not say is for the namespace itself. */
  readonly arrivals: Readonly<Record<string, string>>;
  /** By device, the node that a tunnel through it leads to. */
  readonly tunnels: Readonly<Record<string, NodeId>>;
}

/** A veth pair; both ends may stand in one namespace. */
export interface LabLink {
  /** The link of the topology that it carries; absent for a wire that Azure does not have. */
  readonly link?: string;
  readonly ends: readonly [LabLinkEnd, LabLinkEnd];
}

export interface LabLinkEnd {
  readonly namespace: string;
  /** At most 15 characters. */
  readonly device: string;
  /** The bridge in that namespace that the device is a port of. */
  readonly bridge?: string;
  /** Segments of a stream that come in here one by one, out of a tunnel, go on in as few pieces as they fit into. */
  readonly gathers?: true;
}

export interface LabDaemon {
  readonly name: string;
  readonly namespace: string;
  readonly program:
    | "bird"
    | "charon"
    | "openvpn-server"
    | "openvpn-client"
    // Speaks for all ends of SSTP, which are scripts in the namespaces of both.
    | "sstp"
    | "sstp-server"
    | "sstp-client";
  /** Names are within the daemon's own folder in the lab's memory file system; all are written with mode 0600. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** The session, connection or node that its state is the state of. */
  readonly about: readonly string[];
  /** Started before it: charons of one gateway open their devices in order. */
  readonly after?: string;
  /** It speaks first: it begins when those that wait to be spoken to are ready. */
  readonly begins?: true;
  /** Of a router: what keeps learned routes out while it stands, each a word of `shields.conf`. */
  readonly shields?: readonly LabShield[];
  /** The device that it makes, which others wait for. */
  readonly makesDevice?: string;
  /** Of the lab's own authority, for who proves with it who it is; a stranger's is by another one. */
  readonly certificate?: "server" | "client" | "stranger";
  /** What its files call that certificate, where they have another name for it than `server.crt` or `client.crt`. */
  readonly certificateFile?: string;
  /** Of one end of a tunnel: where packets go in as they were sent, and what they go out by, under which address. */
  readonly tunnel?: { readonly inner: string; readonly outer: string; readonly address: string };
}

/** Routes of a peering's ranges are not believed as long as its own are there: while all of these are up. */
export interface LabShield {
  readonly name: string;
  readonly needs: Needs;
}

/** Where a person can be: a namespace with an address that others ping. */
export interface LabHost {
  readonly name: string;
  readonly node: NodeId;
  readonly namespace: string;
  readonly address: string;
}
