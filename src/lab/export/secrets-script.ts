import { certificatesScript } from "../run/certificates-script.ts";
import type { LabExport } from "./lab-export.ts";
import { SEED_FILE, secretFile } from "./node-files.ts";

export const SECRETS_SCRIPT = "make-secrets.sh";

/** Makes, once, what no exported file may hold; `after` is done each time. */
export function secretsScript(lab: LabExport, after: readonly string[] = []): string {
  const files = usedSecrets(lab);
  const seed = secretFile(SEED_FILE);
  return `${[
    "#!/bin/sh",
    `# Makes the keys and certificates of the lab ${lab.name}, in secrets/, where there are none yet.`,
    "set -eu",
    "umask 077",
    'cd "$(dirname "$0")"',
    "mkdir -p secrets",
    ...(files.includes(SEED_FILE)
      ? [`[ -s ${seed} ] || { openssl rand -hex 32 | tr -d '\\n' >${seed}.new; mv ${seed}.new ${seed}; }`]
      : []),
    ...(files.some((file) => file !== SEED_FILE) ? [`(${certificatesScript("secrets").trimEnd()}\n)`] : []),
    ...after,
  ].join("\n")}\n`;
}

export function usedSecrets({ nodes }: LabExport): readonly string[] {
  return [...new Set(nodes.flatMap(({ secrets }) => secrets))].sort();
}
