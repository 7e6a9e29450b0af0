import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { parse } from "yaml";
import { root } from "../source-files.ts";
import { plainEnvironment, scratch } from "./isthmus.ts";

/** How a job goes that has the action, as far as its own scripts decide it. */
export interface Job {
  readonly log: string;
  /** Of the step that checks. */
  readonly checked: number | null;
  /** Of the step that decides; `undefined` where the steps before it failed. */
  readonly verdict: number | null | undefined;
  readonly outputs: Readonly<Record<string, string>>;
}

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export const action: Action = parse(readFileSync(join(root, "action.yml"), "utf8"));

/** Runs its scripts as a runner would, in a folder with these files; it is built already. */
export function runAction(
  files: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = {},
): Job {
  const folder = scratch(files);
  const temp = scratch({ output: "" });
  const dist = join(temp, "action/dist");
  mkdirSync(dist, { recursive: true });
  // Where the runner has the action's own checkout there is a link to what the tests have built.
  writeFileSync(join(temp, "action/package.json"), '{"type":"module"}');
  mkdirSync(join(dist, "cli"));
  writeFileSync(join(dist, "cli/main.js"), `await import(${JSON.stringify(`file://${inject("cli")}`)});\n`);

  const inputs = new Map(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default ?? ""]),
  );
  const run = (id: string, outputs: Readonly<Record<string, string>>) => {
    const step = action.runs.steps.find((other) => other.id === id);
    const env = Object.entries(step?.env ?? {}).map(([name, text]) => [name, valueOf(text, inputs, outputs)]);
    return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step?.run ?? "exit 99"], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...plainEnvironment(),
        RUNNER_TEMP: temp,
        GITHUB_ACTION_PATH: join(temp, "action"),
        GITHUB_OUTPUT: join(temp, "output"),
        ...Object.fromEntries(env),
      },
    });
  };
  const check = run("check", {});
  const outputs = outputsIn(readFileSync(join(temp, "output"), "utf8"));
  const verdict = check.status === 0 ? run("verdict", outputs).status : undefined;
  return { log: check.stdout + check.stderr, checked: check.status, verdict, outputs };
}

/** `${{ inputs.files }}` and `${{ steps.check.outputs.code }}`: the only expressions that stand in its environment. */
function valueOf(
  text: string,
  inputs: ReadonlyMap<string, string>,
  outputs: Readonly<Record<string, string>>,
): string {
  const [, input, output] =
    /^\$\{\{ (?:inputs\.([\w-]+)|steps\.check\.outputs\.(\w+)) \}\}$/.exec(text) ?? [];
  const value = input === undefined ? outputs[output ?? ""] : inputs.get(input);
  if (value === undefined) throw new Error(`${text} has no value.`);
  return value;
}

function outputsIn(text: string): Readonly<Record<string, string>> {
  const lines = text.split("\n").filter((line) => line !== "");
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}
