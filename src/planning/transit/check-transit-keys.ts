import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Wish } from "../../model/connection-kind.ts";
import { originWithin } from "../../source/origin.ts";

/** Transit has no gateway and no tunnel of its own that these could be said of. */
export function checkTransitKeys({ name, settings, sku, origin }: Wish): readonly Diagnostic[] {
  const keys = [...(settings ? ["settings"] : []), ...(sku === undefined ? [] : ["sku"])];
  return keys.map((key) => ({
    rule: "intent/unknown-key",
    severity: "error",
    message: `${name} goes through gateways of other connections, and takes no ${key}.`,
    origin: originWithin(origin, key),
    at: "key",
    hint: `Move ${key} to the connection that it is meant for.`,
  }));
}
