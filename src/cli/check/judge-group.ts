import type { Checked } from "../../check.ts";
import type { LocatedDiagnostic } from "../../diagnostics/index.ts";
import { type ConfigChanges, judge } from "../../judge.ts";
import { count } from "../count.ts";
import { placeFindings, type Shown } from "../format-findings.ts";
import { configIgnores } from "./config-ignores.ts";
import type { LoadedConfig } from "./load-config.ts";

export interface JudgedGroup {
  readonly findings: readonly LocatedDiagnostic[];
  /** What the config has changed, in a line; nothing where it has changed nothing. */
  readonly notes: readonly string[];
  /** Where the ignores of the config are said that had something to ignore here. */
  readonly used: readonly string[];
}

/** An ignore, or what is wrong with it, by its place. */
export function placeKey({ file, span }: Pick<LocatedDiagnostic, "file" | "span">): string {
  return `${file}:${span?.start.offset ?? ""}`;
}

/** What is found in one input, after what its comments and the config say of it. */
export function judgeGroup(
  checked: Checked,
  shown: Shown,
  config: LoadedConfig | undefined,
  editable: ReadonlySet<string> = new Set(),
): JudgedGroup {
  const pathOf = (file: string) => shown.get(file)?.path ?? file;
  const files = config ? new Map([...shown, [config.path, config] as const]) : shown;
  const diagnostics = [...(config?.diagnostics ?? []), ...checked.diagnostics];
  const estate = checked.type === "estate" ? checked.estate : checked.design?.estate;
  const paths = [...shown.values()].map(({ path }) => path);
  const { findings, used, changes } = judge(placeFindings(diagnostics, files, editable), {
    files: [...shown.values()],
    config: config?.config,
    ignores: config ? configIgnores(config, estate, pathOf, paths) : [],
  });
  return {
    findings,
    notes: config ? notesOf(config.path, changes, findings) : [],
    used: [...used].map(placeKey),
  };
}

function notesOf(
  path: string,
  { off, lowered, loweredErrors, raised }: ConfigChanges,
  findings: readonly LocatedDiagnostic[],
): readonly string[] {
  const suppressed = findings.filter(({ suppression }) => suppression?.kind === "external").length;
  const parts = [
    suppressed > 0 ? `${suppressed} suppressed` : "",
    off > 0 ? `${off} turned off` : "",
    lowered > 0 ? `${lowered} lowered${loweredErrors > 0 ? ` (${count(loweredErrors, "error")})` : ""}` : "",
    raised > 0 ? `${raised} raised` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? [`${path}: ${parts.join(", ")}`] : [];
}
