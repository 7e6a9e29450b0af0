import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { alignPrefix, formatPrefix, type Prefix, parsePrefix } from "../../ip/index.ts";
import { emptyLock, type Lock } from "../../model/lock.ts";
import type { Document } from "../../source/document.ts";
import type { Path } from "../../source/path.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import { lockFile } from "./lock-file.ts";

export interface LockRead {
  readonly lock: Lock;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a lock. One that was edited or merged by hand is checked like any other input. */
export function readLock(document: Document): LockRead {
  const { file } = document;
  const checked = checkSchema(lockFile, document.value ?? null, { file, path: [] }, "lock");
  if (!checked.data) return { lock: emptyLock(file), diagnostics: checked.diagnostics };

  const diagnostics: Diagnostic[] = [];
  const read = (texts: readonly string[], ...path: Path): readonly Prefix[] =>
    texts.flatMap((text, index) => {
      const prefix = parsePrefix(text);
      if (!prefix) diagnostics.push(invalidPrefix(text, file, [...path, index]));
      return prefix ?? [];
    });

  const { regions, virtualNetworks, connections } = checked.data;
  const regionBlocks = mapOf(regions, (texts, region) => read(texts, "regions", region));
  const networks = mapOf(virtualNetworks, ({ addressSpace, subnets }, name) => ({
    addressSpace: read(addressSpace, "virtualNetworks", name, "addressSpace"),
    subnets: mapOf(subnets, (texts, subnet) => read(texts, "virtualNetworks", name, "subnets", subnet)),
  }));
  return { lock: { file, regionBlocks, networks, connections: new Map(Object.entries(connections)) }, diagnostics };
}

function mapOf<T, U>(record: Readonly<Record<string, T>>, make: (value: T, key: string) => U): ReadonlyMap<string, U> {
  return new Map(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}

function invalidPrefix(text: string, file: string, path: Path): Diagnostic {
  const aligned = alignPrefix(text);
  return {
    rule: "lock/invalid-prefix",
    severity: "error",
    message: `${file} has "${text}", which is not a range of addresses.`,
    origin: { file, path },
    hint: aligned ? `Write ${formatPrefix(aligned)}.` : "Restore the lock from version control, or remove the entry.",
  };
}
