import { homedir } from "node:os";
import { join } from "node:path";
import type { RetailCache } from "../prices/retail/read-retail-prices.ts";
import { parseRetailCache } from "../prices/retail/retail-cache.ts";
import { readIfThere } from "./read-if-there.ts";

/** By the habit of the desktop: in `$XDG_CACHE_HOME`, or in `~/.cache`. */
export function defaultPriceCache(env: Readonly<Record<string, string | undefined>>): string {
  const folder = env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  return join(folder, "isthmus", "retail-prices.json");
}

export function readPriceCache(path: string): RetailCache {
  return parseRetailCache(readIfThere(path)?.toString() ?? "");
}
