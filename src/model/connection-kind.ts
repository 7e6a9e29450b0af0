import type { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Prefix } from "../ip/index.ts";
import type { JsonObject } from "../source/document.ts";
import type { Origin } from "../source/origin.ts";
import type { Claims } from "./claims.ts";
import type { Reason } from "./decision.ts";
import type { Demand } from "./demand.ts";
import type { EstateIndex } from "./estate-index.ts";
import type { SizedFacility } from "./facility-type.ts";
import type { P2sUsersIntent, SiteIntent, VirtualNetworkIntent } from "./intent.ts";
import type { Meter } from "./meter.ts";
import type { Needs, Traffic } from "./needs.ts";
import type { OutsideRoutes } from "./outside-routes.ts";
import type { Resource, ResourceId } from "./resource.ts";
import type { Rule } from "./rule.ts";

/**
 * A way to join two networks. It *plans* (what it offers for a wish, and the resources that it alone owns) and
 * *recognises* (which resources of an estate form one connection of its kind).
 */
export interface ConnectionKind {
  /** Also the name of its folder, and what people write after `kind:`. */
  readonly name: string;
  /** As Azure's documentation calls it in a sentence: `VNet peering`. */
  readonly title: string;
  readonly joins: readonly [EndType, EndType];
  /** What is true of every connection of this kind, whatever its ends; the ends of the wish may add to it. */
  claims(wish: Wish): Claims;
  /** Why it cannot join these ends even though they are of the right types: overlapping addresses, for example. */
  refuse?(wish: Wish): Refusal | undefined;
  /** What else a person must know of this connection: what its settings bring about. */
  notes?(wish: Wish): readonly Reason[];
  /** The shape of a wish's `settings`, where it has some. */
  readonly settings?: z.ZodType;
  /** What the shape cannot say. */
  checkSettings?(wish: Wish): readonly Diagnostic[];
  /** It may stand in for another kind while that one is down, at its own bandwidth and terms. */
  readonly standsIn?: true;
  /** The same kind with its tunnels over another one's private path, which it encrypts; it is in no list of kinds. */
  readonly runsOver?: ConnectionKind;
  /** The same kind where such tunnels run over it. */
  readonly carriesTunnels?: ConnectionKind;
  /** One end may use the other's gateway over it. */
  readonly carriesTransit?: true;
  /** For kinds that need a gateway at their virtual networks: whether it must be the network's own, or a peer's will do. */
  readonly gateway?: "own" | "ownOrPeers";
  /** For kinds that reach out of Azure: how the gateway learns what is there. Absent: the far end is a network of Azure. */
  outsideRoutes?(wish: Wish): OutsideRoutes;
  /**
   * What it asks of facilities. `hostOf` names the network whose gateway a network uses: itself, or a peer by gateway
   * transit. Absent: nothing is shared.
   */
  demands?(wish: Wish, hostOf: (network: string) => string): readonly Demand[];
  /** Absent: Isthmus knows what this kind can do and cannot yet plan it. */
  build?(wish: Wish, plan: PlannedParts): readonly Resource[];
  recognise?(estate: EstateIndex): readonly RecognisedConnection[];
  readonly rules: readonly Rule[];
}

export type EndType = "virtualNetwork" | "site" | "p2sUsers";

/** One pair that is to be connected: what is left when lists, patterns and `mesh` are spread out. */
export interface Wish {
  /** `hub - orders`: the ends as the person wrote them. */
  readonly name: string;
  readonly description?: string;
  readonly ends: readonly [End, End];
  readonly needs: Needs;
  readonly kind?: string;
  readonly sku?: string;
  readonly via?: string;
  readonly settings?: { readonly value: JsonObject; readonly origin: Origin };
  readonly origin: Origin;
}

export type End =
  | { readonly type: "virtualNetwork"; readonly name: string; readonly network: VirtualNetworkIntent }
  | { readonly type: "site"; readonly name: string; readonly site: SiteIntent }
  | { readonly type: "p2sUsers"; readonly name: string; readonly users: P2sUsersIntent };

export interface Refusal {
  readonly because: string;
  readonly source?: string;
  /** What a person can do instead, one imperative sentence each. */
  readonly waysOut: readonly string[];
  /** Where it comes from, where that is not the wish itself. */
  readonly origin?: Origin;
}

/** The virtual networks of the design as resources, by the name that the person gave them. */
export interface PlannedNetworks {
  resourceOf(name: string): Resource;
}

/** What a kind may refer to when it builds. */
export interface PlannedParts extends PlannedNetworks {
  /** The network whose gateway this one uses; itself where it has its own or needs none. */
  hostOf(network: string): string;
  /** What each range of a site is translated into, in their order; none where it is not, or where none could be planned. */
  natRangesOf(site: string): readonly (Prefix | undefined)[];
  /** The facility that met a demand, and its main resource. */
  facilityOf(demand: Demand): { readonly sized: SizedFacility; readonly resource: Resource };
}

/** Resources of an estate that together are one connection. */
export interface RecognisedConnection {
  readonly kind: string;
  readonly ends: readonly [ResourceId, ResourceId];
  readonly resources: readonly ResourceId[];
  /** A few words for a map: `global peering`. */
  readonly label: string;
  /** Whether packets can flow, as far as the connection's own resources say. */
  readonly state: "up" | "partial" | "down";
  readonly encrypted: boolean;
  readonly crossesInternet: boolean;
  /** What it costs to run; with no traffic given, what a gigabyte costs. */
  meters(traffic: Traffic | undefined): readonly Meter[];
}
