import type { Address, Prefix } from "../ip/index.ts";
import type { Origin } from "../source/origin.ts";
import type { Filter } from "./filter.ts";
import type { Gap } from "./gap.ts";
import type { IpsecPolicy } from "./ipsec-policy.ts";
import type { Learns, Sends } from "./session-policy.ts";
import type { Translation } from "./translation.ts";

export type { AddressMatch, Filter, FilterRule, PortRange } from "./filter.ts";
export type { Gap } from "./gap.ts";
export type { Learns, Sends } from "./session-policy.ts";
export type { Translation } from "./translation.ts";

/**
 * An estate without ARM: what routing solves and the lab runs. Everything Azure decides by name (which session is
 * preferred, what a gateway passes on, which ranges a peering carries) is plain data here.
 *
 * Ids are lower-cased ARM ids with a part behind `#` where one resource is several things
 * (`…/virtualnetworkgateways/hub#0`, `…/expressroutecircuits/c1#primary`), and `site/amsterdam`, `p2susers/staff`.
 */
export interface Topology {
  readonly nodes: ReadonlyMap<NodeId, Node>;
  readonly tables: ReadonlyMap<TableId, Table>;
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly sessions: ReadonlyMap<SessionId, Session>;
  readonly filters: ReadonlyMap<FilterId, Filter>;
  /** What could not be turned into the above, and what was taken for granted. */
  readonly gaps: readonly Gap[];
}

export type NodeId = string;
export type TableId = string;
export type LayerId = string;
export type LinkId = string;
export type SessionId = string;
export type FilterId = string;
/** What can be down: a node, link or session by its id, or what several of them stand on (a gateway, `region/…`). */
export type ElementId = string;

/** Up while of every group at least one element is up. */
export type Needs = readonly (readonly ElementId[])[];

/** As readers give it. Two parts with one id are one: the first says what it is. */
export type TopologyPart = Node | Table | Link | Session | Filter | Gap;

/** Something that has addresses, decides where packets go, or both. */
export interface Node {
  readonly part: "node";
  readonly id: NodeId;
  readonly name: string;
  /** For people and for the lab's choice of programs; routing does not read it. */
  readonly role: NodeRole;
  /** The network that it stands in: what is delivered there finds the member with the longest match. Absent for networks. */
  readonly within?: NodeId;
  /** A network's own ranges, or what a member answers for inside its network. */
  readonly prefixes: readonly Prefix[];
  /** Where packets that begin here, or that it sends on, are looked up. */
  readonly table?: TableId;
  /** In the order that a packet meets them. Stateful: the way back of a flow that passed is open. */
  readonly outbound?: readonly FilterId[];
  readonly inbound?: readonly FilterId[];
  readonly forwarding: Forwarding;
  /** The machine behind it: interfaces of one machine know the same flows. */
  readonly machine?: string;
  /** It hands a flow to one of these and keeps it there, both ways. */
  readonly balances?: readonly NodeId[];
  /** How what leaves for the internet gets a public address; absent: it does not. */
  readonly egress?: Egress;
  readonly speaker?: Speaker;
  /** For latency between two of them. */
  readonly region?: string;
  readonly needs: Needs;
  readonly origin: Origin;
}

export type NodeRole =
  | "virtualNetwork"
  | "subnet"
  | "networkInterface"
  | "privateEndpoint"
  | "loadBalancer"
  | "firewall"
  | "gatewayInstance"
  | "microsoftEdge"
  | "providerRouter"
  | "routeServer"
  | "vpnDevice"
  | "site"
  | "p2sUsers";

/** What happens to packets for somebody else. */
export type Forwarding =
  | { readonly does: "no"; readonly because: string }
  | {
      readonly does: "yes";
      /** It must see both directions of a flow. */
      readonly stateful: boolean;
      /** Whether it puts its own address in place of the sender's. */
      readonly sourceNat: boolean;
      /** What it sends counts as its network's own: peerings take it without `acceptsForwarded`. Gateways. */
      readonly asOwn: boolean;
      /** What was taken for granted, to be said in every trace through it. */
      readonly assumed?: string;
    }
  | { readonly does: "unknown"; readonly because: string };

export interface Egress {
  /** In a few words: `NAT gateway egress`, `public address pip-web`, `default outbound access`. */
  readonly by: string;
}

/** Layers in no order: which row wins, `rank` and the rows' length say. Layers are shared by reference, not merged. */
export interface Table {
  readonly part: "table";
  readonly id: TableId;
  readonly name: string;
  readonly layers: readonly Layer[];
  /** Where the addresses of its next hops are looked up; absent: in itself. */
  readonly nextHopsIn?: TableId;
  readonly origin: Origin;
}

export interface Layer {
  readonly id: LayerId;
  /** As Azure's effective routes say it: `Default`, `User`, `VirtualNetworkGateway`. */
  readonly source: string;
  /** Between rows of one prefix the highest wins, and the others are `Invalid`. */
  readonly rank: number;
  readonly rows: readonly Row[];
  /** Rows of layers that `yield`, equal to or inside one of these, can never win and are not there at all. */
  readonly shields: boolean;
  readonly yields: boolean;
  /** Its rows beat every other that contains the address, whatever their length. */
  readonly final: boolean;
}

/** A row that is there without a speaker; what speakers program comes beside them when the sessions are solved. */
export interface Row {
  readonly prefix: Prefix;
  readonly nextHop: NextHop;
  /** As Azure's effective routes say it: `VnetLocal`, `VNetPeering`, `VirtualAppliance`, … */
  readonly nextHopType: string;
  readonly nextHopIpAddresses: readonly string[];
  /** The user route's name, where it has one. */
  readonly name?: string;
  /** Gone where any other row gives its family's default route (`0.0.0.0/0`) another way than to the internet. */
  readonly unlessDefaultRoute?: true;
  /** Invalid where a user's row contains it and lies inside this range. */
  readonly invalidUnder?: Prefix;
  /** Why nobody can say whether it decides, or a row that the estate does not say. */
  readonly undecided?: string;
  /** Not there while these are down. */
  readonly needs: Needs;
  readonly origin: Origin;
}

export type NextHop =
  /** Found among the members of this network. */
  | { readonly to: "members"; readonly network: NodeId }
  /** Over the link, to the end that is not here. */
  | { readonly to: "link"; readonly link: LinkId }
  /** To whoever owns one of these addresses, which this same table must reach in its own network or over one link. */
  | { readonly to: "addresses"; readonly addresses: readonly Address[] }
  /** To one of these nodes, which stand in this network or in one a link away, and look it up themselves. */
  | { readonly to: "nodes"; readonly nodes: readonly NodeId[] }
  /** Looked up there instead. */
  | { readonly to: "table"; readonly table: TableId }
  | { readonly to: "internet" }
  /** A service of the cloud, by its public address and without leaving the backbone. */
  | { readonly to: "service"; readonly name: string }
  | { readonly to: "none" };

export type Medium = "backbone" | "ipsec" | "circuit" | "openvpn" | "ikev2" | "sstp";

export interface Link {
  readonly part: "link";
  readonly id: LinkId;
  readonly name: string;
  readonly medium: Medium;
  readonly ends: readonly [LinkEnd, LinkEnd];
  /** By what it is encrypted, in a few words (`IPsec`); absent: it is not. */
  readonly encryptedBy?: string;
  readonly crossesInternet: boolean;
  readonly bandwidthMbps?: number;
  /** A site's own figure; between regions it comes from the latency table. */
  readonly roundTripMs?: number;
  /** Why it carries nothing although both ends are there: keys that differ, a half that is missing. */
  readonly brokenBecause?: string;
  readonly needs: Needs;
  readonly origin: Origin;
}

export interface LinkEnd {
  readonly node: NodeId;
  /** What an arriving packet is looked up in; absent: it is delivered among the members of `node`, and looked up nowhere. */
  readonly arrivalTable?: TableId;
  /** Whether what begins here may leave over this link. */
  readonly sends: boolean;
  /** Whether it takes what the far network sends on for others. */
  readonly acceptsForwarded: boolean;
  /** Only packets from these ranges leave here; absent: all. */
  readonly sendsFrom?: readonly Prefix[];
  /** Applied to packets that leave this end over the link, and backwards to those that arrive. */
  readonly translations?: readonly Translation[];
  /** Which key it has for the link, by its fingerprint: ends that do not understand each other have two. */
  readonly secret?: string;
  /** All that it offers and takes for the tunnel; absent: what Azure's gateways offer and take by themselves. */
  readonly ipsecPolicy?: IpsecPolicy;
  readonly origin: Origin;
}

/** A router: what it says of itself, and what it does with what it hears. Policies are tags, matched as text. */
export interface Speaker {
  readonly asn: number;
  /** Breaks ties: the lowest wins. */
  readonly routerId?: string;
  readonly originates: readonly Origination[];
  /** Prefixes equal to or inside these are not learned from speakers of another number. */
  readonly refuses: readonly Prefix[];
  /** Whether equal ways are used side by side. */
  readonly multipath: boolean;
  readonly programs: readonly Program[];
  /** Left out where its routes are listed: what it has another way. */
  readonly hides?: readonly Prefix[];
}

export interface Origination {
  readonly prefix: Prefix;
  readonly tag: string;
  readonly weight: number;
  /** Where the speaker itself sends it. */
  readonly via: NextHop;
  readonly needs: Needs;
  readonly origin: Origin;
}

/** Puts the speaker's best routes with one of these tags into a layer. */
export interface Program {
  readonly layer: LayerId;
  readonly tags: readonly string[];
  /** `self`: packets go to the speaker first. `via`: straight to where its route leads. */
  readonly nextHop: "self" | "via";
  readonly nextHopType: string;
  /** What an interface is shown as next hop: with `self` this; with `via` what the session says. */
  readonly shownAs?: string;
  /** Of its equal ways only one is put there. */
  readonly singlePath?: true;
}

export interface Session {
  readonly part: "session";
  readonly id: SessionId;
  readonly ends: readonly [SessionEnd, SessionEnd];
  /** After so long without a word its routes are gone; absent where it is not known. */
  readonly holdSeconds?: number;
  /** Why it never comes up although both ends are there: numbers that differ. */
  readonly brokenBecause?: string;
  /** Links among them: a session is up while its own needs are. */
  readonly needs: Needs;
  readonly origin: Origin;
}

export interface SessionEnd {
  readonly node: NodeId;
  /** Absent where Azure chooses it and nobody has looked. */
  readonly address?: string;
  /** The number that it takes the far end to have, where somebody has told it; any other is refused. */
  readonly expectsAsn?: number;
  /** Where packets go that follow a route learned from the far end. */
  readonly via: NextHop;
  /** What an interface is shown as next hop of such a route. */
  readonly shownAs?: string;
  readonly learns: Learns;
  readonly sends: Sends;
}
