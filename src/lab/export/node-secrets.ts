import type { LabDaemon } from "../lab-plan.ts";
import { SEED_FILE } from "./node-files.ts";

export interface NodeSecrets {
  /** By placeholder: the link that the key is of. */
  readonly keys: ReadonlyMap<string, string>;
  /** Names in `secrets/`. */
  readonly files: readonly string[];
}

/** What the daemons of one node prove themselves with, and no more. */
export function secretsOf(daemons: readonly LabDaemon[], keys: ReadonlyMap<string, string>): NodeSecrets {
  const text = daemons.flatMap(({ files }) => files.map((file) => file.text)).join("\n");
  const own = new Map([...keys].filter(([placeholder]) => text.includes(placeholder)));
  const roles = [...new Set(daemons.flatMap(rolesOf))].sort();
  return {
    keys: own,
    files: [
      ...(own.size > 0 ? [SEED_FILE] : []),
      ...(roles.length > 0 ? ["ca.crt"] : []),
      ...roles.flatMap((role) => [`${role}.crt`, `${role}.key`]),
    ],
  };
}

/** OpenVPN's files name their certificates themselves. */
function rolesOf({ certificate, files }: LabDaemon): readonly string[] {
  if (certificate !== undefined) return [certificate];
  return files.flatMap(({ text }) =>
    [...text.matchAll(/\/certificates\/(\w+)\.key$/gm)].flatMap(([, role = ""]) => role),
  );
}
