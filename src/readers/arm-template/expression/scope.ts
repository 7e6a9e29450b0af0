import type { Unknown, Value } from "../../../model/unknown.ts";
import { originOfPlace, type Place } from "./place.ts";
import type { Run } from "./run.ts";

/** What an expression sees around it. */
export interface Scope {
  readonly run: Run;
  /** Where the expression stands: an unknown that arises in it comes from there. */
  readonly place: Place;
  readonly parameters: Lookup;
  readonly variables: Lookup;
  /** By lower-cased `namespace.name`. */
  readonly functions: ReadonlyMap<string, UserFunction>;
  /** Those whose bodies are being evaluated: none of them may call itself. */
  readonly calling: readonly UserFunction[];
  readonly lambdaVariables: ReadonlyMap<string, Value>;
  readonly loops: Loops;
  readonly deployment: DeploymentView;
  /** Where what is evaluated is declared to be a secret: what is wrong with it is told without it. */
  readonly hidesTexts: boolean;
}

/** Values by name, in any case. */
export interface Lookup {
  /** `undefined` where nothing of this name is declared. */
  readonly find: (name: string) => Value | undefined;
  readonly names: () => readonly string[];
}

export const nothing: Lookup = { find: () => undefined, names: () => [] };

export interface UserFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly evaluate: (scope: Scope) => Value;
}

/** How far the copies around an expression have come. */
export interface Loops {
  /** By lower-cased name. */
  readonly byName: ReadonlyMap<string, number>;
  /** Of the resource's or the output's own copy. */
  readonly own?: number;
  readonly innermost?: number;
}

/** Where a deployment puts its resources; ids are made of it. */
export interface Target {
  readonly kind: "resourceGroup" | "subscription" | "managementGroup" | "tenant";
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly managementGroup: string;
}

/** What the functions about deployments and resources ask. */
export interface DeploymentView {
  readonly target: Target;
  /** Before the stand-ins of its own parameters, for other deployments may have one of the same name: `inner:`. */
  readonly stem: string;
  readonly describe: (scope: Scope) => Value;
  readonly resourceGroup: (scope: Scope) => Value;
  readonly reference: (named: string, isFull: boolean, scope: Scope) => Value;
  readonly references: (symbol: string, isFull: boolean, scope: Scope) => Value;
  readonly resourceInfo: (symbol: string, scope: Scope) => Value;
}

export function unknownHere({ place }: Scope, because: string): Unknown {
  return { kind: "unknown", because, origin: originOfPlace(place) };
}
