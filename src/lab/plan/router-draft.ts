import type { Prefix } from "../../ip/index.ts";
import type { Program, Session, SessionEnd } from "../../model/topology.ts";
import type { NamespaceDraft } from "./lab-draft.ts";
import type { Shield } from "./shields.ts";

/** What the BIRD of one namespace is told; written down as text when all of it is known. */
export interface RouterDraft {
  readonly namespace: NamespaceDraft;
  readonly id: string;
  /** How it reaches those it speaks to, and next hops that it is told of: address to devices. */
  readonly control: Map<string, readonly string[]>;
  readonly own: OwnRoute[];
  readonly sessions: BirdSession[];
  /** To the namespaces whose tables its speaker fills. */
  readonly feedsOut: FeedOut[];
  /** From the speakers that fill a layer of its tables. */
  readonly feedsIn: FeedIn[];
  readonly tables: RouterTable[];
  readonly asn: number | undefined;
  readonly refuses: readonly Prefix[];
  readonly multipath: boolean;
}

export interface OwnRoute {
  readonly prefix: string;
  readonly tag: string;
  readonly weight: number;
  readonly devices: readonly string[];
  /** Whether it is told all the same while its way is down. */
  readonly stays: boolean;
}

export interface BirdSession {
  readonly name: string;
  readonly session: Session;
  readonly here: SessionEnd;
  readonly localAddress: string;
  readonly farAddress: string;
  readonly farAsn: number;
}

export interface FeedOut {
  readonly name: string;
  readonly program: Program;
  readonly siblings: readonly FeedSibling[];
  /** Of what is put there alone, in which order: by session, the far router's id as a number. */
  readonly orders: ReadonlyMap<string, number>;
  readonly localAddress: string;
  readonly farAddress: string;
}

/** Another of the number that fills the same layer: where it is reached, and what it fills it with. */
export interface FeedSibling {
  readonly addresses: readonly string[];
  readonly tags: readonly string[];
}

export interface FeedIn {
  readonly name: string;
  readonly layer: string;
  readonly localAddress: string;
  readonly farAddress: string;
}

/** One of the kernel's tables that BIRD keeps. */
export interface RouterTable {
  readonly number: number;
  readonly title: string;
  readonly rows: readonly {
    readonly prefix: string;
    readonly strong: boolean;
    readonly stays: boolean;
    readonly devices: readonly string[];
  }[];
  readonly learned: readonly TableSource[];
  readonly multipath: boolean;
}

/** Where learned routes of a table come from: what the speaker here has with these tags, or a layer that is fed. */
export type TableSource =
  | { readonly from: "speaker"; readonly tags: readonly string[]; readonly shields: readonly Shield[] }
  | { readonly from: "layer"; readonly layer: string; readonly shields: readonly Shield[] };
