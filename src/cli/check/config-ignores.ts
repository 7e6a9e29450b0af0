import { basename, relative } from "node:path";
import type { Ignore } from "../../diagnostics/suppressions/ignore.ts";
import type { Estate } from "../../model/estate.ts";
import type { IgnoreEntry } from "../../readers/config/config.ts";
import { namesLike, pathsLike } from "../../readers/config/wildcard.ts";
import type { LoadedConfig } from "./load-config.ts";
import { isCalled, resourcesAt } from "./resources-at.ts";

/** What a config has ignored in one input. What is ignored everywhere may well be meant for other inputs. */
export function configIgnores(
  { config, document, folder, path }: LoadedConfig,
  estate: Estate | undefined,
  pathOf: (file: string) => string,
  files: readonly string[],
): readonly Ignore[] {
  const entries = config?.ignores ?? [];
  const asked = entries.some(({ resource }) => resource !== undefined);
  const find = asked && estate ? resourcesAt(estate, pathOf) : () => [];
  const resources = asked && estate ? [...estate.resources.values()] : [];

  return entries.map((entry): Ignore => {
    const fitsFile = fileTest(entry, folder);
    const names = entry.resource === undefined ? undefined : namesLike(entry.resource);
    return {
      kind: "external",
      justification: entry.reason,
      rule: entry.rule,
      file: path,
      span: document.spanOf(entry.origin.path),
      isLookedAt:
        entry.file === undefined
          ? names !== undefined && resources.some((resource) => isCalled(resource, names))
          : files.some(fitsFile),
      covers: ({ file, origin }) => {
        if (!fitsFile(file)) return false;
        if (!names) return true;
        // Of a copy's resources nobody knows which one is meant: then all of them have to be called so.
        const found = find(origin);
        return found.length > 0 && found.every((resource) => isCalled(resource, names));
      },
    };
  });
}

/** A pattern without a folder is for the names of files, wherever they lie. */
function fileTest({ file: pattern }: IgnoreEntry, folder: string): (file: string) => boolean {
  if (pattern === undefined) return () => true;
  const paths = pathsLike(pattern);
  if (!pattern.includes("/")) return (file) => paths.test(basename(file));
  return (file) => paths.test(relative(folder, file).replaceAll("\\", "/"));
}
