import type { Part } from "../../../model/resource.ts";
import type { Unknown, Value } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import type { Place } from "../expression/place.ts";
import type { Run } from "../expression/run.ts";
import type { Loops, Scope, Target } from "../expression/scope.ts";
import type { Placed } from "./own-key.ts";
import type { GivenParameters } from "./parameters.ts";

/** A template that is deployed somewhere: the main one, a nested or a linked one. */
export interface Deployment {
  readonly name: string;
  readonly template: Placed<JsonObject>;
  /** Where its resources go. Expressions of outer scope know only the scope of the template around. */
  readonly target: Target;
  /** `template:///nested/gateway.json`: where the file lies, seen from the folder of the main one. */
  readonly uri: string;
  readonly depth: number;
  /** It sees the values of the template around it, and has none of its own. */
  readonly isOuter: boolean;
  readonly scope: Scope;
  readonly world: World;
  /** In the order of the file. Empty while it is being made. */
  readonly instances: () => readonly Instance[];
  readonly outputs: () => ReadonlyMap<string, Value>;
}

/** One resource that comes of an entry of a template: of an entry with a copy come many. */
export interface Instance {
  readonly entry: Placed<JsonObject>;
  readonly deployment: Deployment;
  readonly scope: Scope;
  readonly type: string;
  /** With those of its parents: `hub/web`. */
  readonly name: string;
  readonly id: string;
  /** What the template calls it, where its resources have names. */
  readonly symbol?: string;
  readonly copyIndex?: number;
  readonly isExisting: boolean;
  /** Why its name is not known, where a stand-in is in it. */
  readonly standsFor?: Unknown;
  readonly body: () => InstanceBody;
  /** What a deployment deploys. */
  readonly nested?: () => Deployment | undefined;
}

export interface InstanceBody {
  readonly properties: Value;
  readonly location: Value | undefined;
  readonly apiVersion: Value;
  readonly envelope: Readonly<Record<string, Value>>;
  /** What comes of the copies inside its properties. */
  readonly parts: readonly Part[];
}

/** All that is deployed by one main template. */
export interface World {
  readonly run: Run;
  readonly settings: Settings;
  readonly byId: Map<string, Instance>;
  /** Ids of what has a condition that is false. */
  readonly left: Map<string, string>;
  main: Deployment | undefined;
  /** All deployments are being opened. */
  isOpening: boolean;
  /** How many instances there are so far. */
  size: number;
  /** Passed along, for a deployment opens those that are nested in it. */
  readonly open: (opening: Opening) => Deployment;
  readonly linked: (path: string) => Placed<JsonObject> | undefined;
  readonly missing: Map<string, Place>;
}

export interface Settings {
  /** Where the main template's resource group is. */
  readonly location?: string;
  readonly isNamed: boolean;
}

export interface Opening {
  readonly name: string;
  readonly template: Placed<JsonObject>;
  readonly target: Target;
  readonly uri: string;
  readonly depth: number;
  readonly world: World;
  readonly given: GivenParameters;
  /** The scope of the template around, where this one has none of its own. */
  readonly outer?: Scope;
}

export const noLoops: Loops = { byName: new Map() };
