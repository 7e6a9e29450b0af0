import type { Origin } from "../source/origin.ts";
import { originWithin } from "../source/origin.ts";
import type { Path } from "../source/path.ts";
import type { Field, ValueObject } from "./unknown.ts";

/** A lower-cased ARM id: `/subscriptions/…/providers/microsoft.network/virtualnetworks/hub`. */
export type ResourceId = string;

/** One ARM resource. Children (subnets, peerings, …) are resources of their own and not in `properties`. */
export interface Resource {
  /** As it was written; the estate's map is keyed by its lower-cased form. */
  readonly id: string;
  /** `Microsoft.Network/virtualNetworks/subnets`, in Azure's spelling where Isthmus knows the type. */
  readonly type: string;
  readonly name: string;
  readonly location?: Field<string>;
  readonly properties: ValueObject;
  /** ARM's other members beside `properties`: `tags`, `sku`, `zones`, … */
  readonly envelope?: ValueObject;
  /** Present only because something refers to it: what is not said of it is not known, and it is never deployed. */
  readonly existing?: true;
  /** Deployed only when a parameter of the templates says so; false until somebody sets it. */
  readonly deployWhen?: { readonly parameter: string; readonly because: string };
  readonly origin: Origin;
  /**
   * Where parts of a resource that was built come from, longest path first. Absent on a resource that stands in a
   * file as it is: its parts stand below `origin`.
   */
  readonly parts?: readonly Part[];
}

export interface Part {
  /** Within the resource: `["properties", "addressSpace"]`. */
  readonly at: Path;
  readonly origin: Origin;
}

/** Where the value at `path` inside the resource (`["properties", …]`) comes from. */
export function originOf(resource: Resource, ...path: Path): Origin {
  if (!resource.parts) return originWithin(resource.origin, ...path);

  const part = resource.parts.find((part) => part.at.every((key, index) => path[index] === key));
  return part ? originWithin(part.origin, ...path.slice(part.at.length)) : resource.origin;
}

export function sameType(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
