import { statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

export const CONFIG_NAME = "isthmus.config.yaml";

/**
 * The config that is nearest above a folder, as it is reached from here. The root of a checkout is the last folder that
 * is looked in, and so is the home of who asks: what lies above belongs to others.
 */
export function findConfig(folder: string): string | undefined {
  let at = resolve(folder);
  for (;;) {
    const path = join(at, CONFIG_NAME);
    if (isThere(path)) return relative(process.cwd(), path);
    if (isThere(join(at, ".git")) || at === homedir() || dirname(at) === at) return undefined;
    at = dirname(at);
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
