import type { EstateIndex } from "../../model/estate-index.ts";
import type { Topology } from "../../model/topology.ts";
import type { LabDaemon, LabHost, LabLink, LabPlan, LabTag } from "../lab-plan.ts";
import { LAB_ADDRESSES, routerAddress, type Segment, wireAddress } from "./lab-addresses.ts";
import { createStableNames, type StableNames } from "./stable-names.ts";

export interface LabOptions {
  /** Azure's hold times, or ones that a person can wait for. */
  readonly timers: "azure" | "fast";
  /** What the topology was made from: devices then run what `isthmus export` writes for them. */
  readonly estate?: EstateIndex;
  /** The shared key of a tunnel. */
  readonly keys: (link: string) => string;
  /** This machine's strongSwan has neither AES-GCM nor the elliptic curves of NIST. */
  readonly lacksGcm?: boolean;
}

/** A namespace in the making. */
export interface NamespaceDraft {
  readonly name: string;
  readonly id: string;
  readonly node: string | undefined;
  readonly title: string;
  readonly ip: string[];
  /** Statements of the chains, by chain. */
  readonly nft: Map<string, string[]>;
  /** What filters here know of a table, and what they begin with. */
  tagged?: { readonly tag: LabTag | undefined; readonly ranges: readonly string[] };
  /** Of the kernel's routing tables: by what they are for. */
  readonly tables: Map<string, number>;
  /** What is looked up for that which arrives on a device, by device. */
  readonly arrivals: Map<string, string>;
  /** The node that a tunnel leads to, by its device. */
  readonly tunnels: Map<string, string>;
  /** Where routers speak to it. */
  readonly address: string;
}

/** What all parts of a plan are written into. Filled once, from top to bottom, in the order of the topology's ids. */
export interface LabDraft {
  readonly topology: Topology;
  readonly options: LabOptions;
  readonly names: StableNames;
  readonly namespaces: Map<string, NamespaceDraft>;
  readonly links: LabLink[];
  readonly daemons: LabDaemon[];
  readonly hosts: LabHost[];
  readonly notRun: Map<string, LabPlan["notRun"][number]>;
}

export function createDraft(topology: Topology, options: LabOptions): LabDraft {
  return {
    topology,
    options,
    names: createStableNames(),
    namespaces: new Map(),
    links: [],
    daemons: [],
    hosts: [],
    notRun: new Map(),
  };
}

/** The same one for the same id. */
export function namespaceFor(draft: LabDraft, id: string, title: string, node?: string): NamespaceDraft {
  const known = draft.namespaces.get(id);
  if (known) return known;

  const address = routerAddress(draft.names.numberOf(id, LAB_ADDRESSES));
  const made: NamespaceDraft = {
    name: draft.names.nameOf(id, title),
    id,
    node,
    title,
    ip: ["link set lo up", `addr add ${address}/32 dev lo`],
    nft: new Map(),
    tables: new Map(),
    arrivals: new Map(),
    tunnels: new Map(),
    address,
  };
  draft.namespaces.set(id, made);
  return made;
}

const FIRST_TABLE = 100;

export function tableNumber({ tables }: NamespaceDraft, purpose: string): number {
  const number = tables.get(purpose) ?? FIRST_TABLE + tables.size;
  tables.set(purpose, number);
  return number;
}

export function addNft({ nft }: NamespaceDraft, chain: string, ...statements: readonly string[]): void {
  const had = nft.get(chain) ?? [];
  nft.set(chain, [...had, ...statements.filter((statement) => !had.includes(statement))]);
}

/** An address for one end of one tunnel on the internet or the backbone. */
export function wireAddressFor(draft: LabDraft, segment: Segment, id: string): string {
  return wireAddress(segment, draft.names.numberOf(`${segment} ${id}`, LAB_ADDRESSES));
}

export function leaveOut(draft: LabDraft, about: string, because: string): void {
  draft.notRun.set(`${about} ${because}`, { about, because });
}
