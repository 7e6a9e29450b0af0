import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import { alignPrefix, formatPrefix, type Prefix, parsePrefix } from "../../ip/index.ts";
import { emptyLock, type Lock } from "../../model/lock.ts";
import type { Document } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import type { Path } from "../../source/path.ts";
import { lockFile } from "./lock-file.ts";

export interface LockRead {
  readonly lock: Lock;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a lock. One that was edited or merged by hand is checked like any other input. */
export function readLock(document: Document): LockRead {
  const { file } = document;
  if (document.problems.length > 0) return { lock: emptyLock(file), diagnostics: [] };

  const version = versionProblem(document);
  if (version) return { lock: emptyLock(file), diagnostics: [version] };
  const checked = checkSchema(lockFile, document.value, { file, path: [] }, "lock");
  if (!checked.data) return { lock: emptyLock(file), diagnostics: checked.diagnostics };

  const diagnostics: Diagnostic[] = [];
  const read = (texts: readonly string[], ...path: Path): readonly Prefix[] =>
    texts.flatMap((text, index) => {
      const prefix = parsePrefix(text);
      if (!prefix) diagnostics.push(invalidPrefix(text, file, [...path, index]));
      return prefix ?? [];
    });

  const { regions, virtualNetworks, connections, hosts = {}, sizes = {} } = checked.data;
  const regionBlocks = mapOf(regions, (texts, region) => read(texts, "regions", region));
  const networks = mapOf(virtualNetworks, ({ addressSpace, subnets }, name) => ({
    addressSpace: read(addressSpace, "virtualNetworks", name, "addressSpace"),
    subnets: mapOf(subnets, (texts, subnet) => read(texts, "virtualNetworks", name, "subnets", subnet)),
  }));
  return {
    lock: {
      file,
      regionBlocks,
      networks,
      connections: new Map(Object.entries(connections)),
      hosts: new Map(Object.entries(hosts)),
      sizes: new Map(Object.entries(sizes)),
    },
    diagnostics,
  };
}

function mapOf<T, U>(
  record: Readonly<Record<string, T>>,
  make: (value: T, key: string) => U,
): ReadonlyMap<string, U> {
  return new Map(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}

/** What a later version wrote may mean anything: that is the one thing to say of it. */
function versionProblem({ file, value }: Document): Diagnostic | undefined {
  if (value === undefined || value === null) {
    return {
      rule: "lock/missing-value",
      severity: "error",
      message: `${file} is empty.`,
      origin: { file, path: [] },
      hint: "Restore it from version control, or remove the file.",
    };
  }
  const version = isObject(value) ? value["version"] : undefined;
  if (typeof version !== "number" || version <= 1) return undefined;
  return {
    rule: "lock/unsupported-version",
    severity: "error",
    message: `${file} has version ${version}, which a later version of Isthmus wrote.`,
    origin: { file, path: ["version"] },
    hint: "Use that version of Isthmus, or restore the lock from version control.",
  };
}

function invalidPrefix(text: string, file: string, path: Path): Diagnostic {
  const aligned = alignPrefix(text);
  return {
    rule: "lock/invalid-prefix",
    severity: "error",
    message: `${file} has "${text}", which ${aligned ? "has bits set behind its length" : "is not a range of addresses"}.`,
    origin: { file, path },
    hint: aligned
      ? `Write ${formatPrefix(aligned)}.`
      : "Restore the lock from version control, or remove the entry.",
  };
}
