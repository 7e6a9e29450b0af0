import { type Address, parseAddress } from "../ip/index.ts";
import type { Origin } from "../source/origin.ts";
import type { Path } from "../source/path.ts";
import { originOf, type Resource } from "./resource.ts";
import type { Value } from "./unknown.ts";

/** An address as somebody wrote it: `address` is absent where the text is not one. */
export interface WrittenAddress {
  readonly text: string;
  readonly address: Address | undefined;
  readonly origin: Origin;
}

/** Azure's own exports write an empty text where there is no address. */
export function readAddress(
  resource: Resource,
  path: Path,
  value: Value | undefined,
): WrittenAddress | undefined {
  if (typeof value !== "string" || value === "") return undefined;

  return { text: value, address: parseAddress(value), origin: originOf(resource, "properties", ...path) };
}
