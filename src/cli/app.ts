import { buildApplication, buildChoiceParser, buildCommand, buildRouteMap, text_en } from "@stricli/core";
import type { Context } from "./command-context.ts";
import { parseLength, parseText } from "./flags.ts";
import { DEFAULT_INPUT } from "./default-input.ts";
import { completionScripts } from "./completion-script.ts";
import { exitCode } from "./exit-code.ts";
import { formatException } from "./format-exception.ts";
import { UserError } from "./user-error.ts";

const input = {
  brief: `The intent file; ./${DEFAULT_INPUT} where absent`,
  parse: parseText,
  placeholder: "INPUT",
  optional: true,
} as const;
const formatTextOrJson = {
  kind: "enum",
  values: ["text", "json"],
  default: "text",
  brief: "For people or for programs",
} as const;
const flag = (brief: string) => ({ kind: "boolean", default: false, withNegated: false, brief }) as const;

const design = buildCommand({
  loader: async () => (await import("./commands/design.ts")).design,
  parameters: {
    flags: {
      out: { kind: "parsed", parse: parseText, optional: true, placeholder: "DIR", brief: "Where to write; out/ beside the intent where absent" },
      format: { ...formatTextOrJson, brief: "json prints design.json, and writes no file unless --out" },
      frozenLock: flag("Fail where network.lock.json would change (for CI)"),
      reconsider: flag("Take better choices, and move what the lock can no longer keep"),
      force: flag("Write over files that were edited by hand"),
    },
    positional: { kind: "tuple", parameters: [input] },
  },
  docs: { brief: "Decide, address, check, price and write the network of an intent file" },
});

const check = buildCommand({
  loader: async () => (await import("./commands/check.ts")).check,
  parameters: {
    flags: {
      format: {
        kind: "enum",
        values: ["text", "json", "sarif", "github", "junit"],
        default: "text",
        brief: "For people, programs, code scanning, a workflow's annotations, or a test report",
      },
      reconsider: flag("Check as if the lock's choices were free"),
    },
    positional: { kind: "array", parameter: { brief: "Intent and estate files", parse: parseText, placeholder: "INPUT" } },
  },
  docs: { brief: "Find what is wrong in intent or estate files, and write nothing" },
});

const explain = buildCommand({
  loader: async () => (await import("./commands/explain.ts")).explain,
  parameters: {
    flags: {
      input: { kind: "parsed", parse: parseText, default: DEFAULT_INPUT, placeholder: "FILE", brief: "The intent file" },
      format: formatTextOrJson,
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "One end, by name or by an ending that is unambiguous", parse: parseText, placeholder: "A" },
        { brief: "The other end", parse: parseText, placeholder: "B" },
      ],
    },
  },
  docs: { brief: "Say why two networks are connected the way they are" },
});

const addresses = buildCommand({
  loader: async () => (await import("./commands/addresses.ts")).addresses,
  parameters: {
    flags: {
      next: { kind: "parsed", parse: parseLength, optional: true, placeholder: "/24", brief: "Print the next free range of this size" },
      in: { kind: "parsed", parse: parseText, optional: true, placeholder: "NETWORK", brief: "Of one network only" },
      format: formatTextOrJson,
    },
    positional: { kind: "tuple", parameters: [input] },
  },
  docs: { brief: "Show the address plan and what is free in it" },
});

const init = buildCommand({
  loader: async () => (await import("./commands/init.ts")).init,
  parameters: {
    flags: { force: flag("Write over the file if it is there") },
    positional: { kind: "tuple", parameters: [{ ...input, brief: `The file to write; ./${DEFAULT_INPUT} where absent` }] },
  },
  docs: { brief: "Write a commented intent file to start from" },
});

const schemaName = ["intent", "estate", "lock", "design", "decision", "addresses", "free-range", "diagnostics"] as const;
const schema = buildCommand({
  loader: async () => (await import("./commands/schema.ts")).schema,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: `${schemaName.join(", ")}; intent where absent`,
          parse: buildChoiceParser(schemaName),
          placeholder: "NAME",
          optional: true,
        },
      ],
    },
  },
  docs: { brief: "Print the JSON Schema of a file or an answer" },
});

const completion = buildCommand<Record<never, never>, [string], Context>({
  func(this: Context, _flags: Record<never, never>, shell: string) {
    this.process.stdout.write(completionScripts(shell));
  },
  parameters: {
    positional: { kind: "tuple", parameters: [{ brief: "bash, zsh or fish", parse: parseText, placeholder: "SHELL" }] },
  },
  docs: { brief: "Print a script that completes commands in your shell" },
});

const routes = buildRouteMap<string, Context>({
  routes: { init, design, check, explain, addresses, schema, completion },
  docs: {
    brief: "Designs, checks and prices Azure network connectivity from one file",
    fullDescription: [
      "Designs, checks and prices Azure network connectivity from one file.",
      "",
      "Start with `isthmus init`, then `isthmus design`.",
      "Exit codes: 0 fine, 1 findings of severity error, 2 wrong usage or an unreadable file, 70 a bug of ours.",
    ].join("\n"),
  },
});

export const application = buildApplication(routes, {
  name: "isthmus",
  scanner: { caseStyle: "allow-kebab-for-camel" },
  documentation: { caseStyle: "convert-camel-to-kebab", onlyRequiredInUsageLine: true },
  localization: {
    text: { ...text_en, formatException, exceptionWhileRunningCommand: formatException, exceptionWhileLoadingCommandFunction: formatException },
  },
  determineExitCode: (error) => (error instanceof UserError ? exitCode.usage : exitCode.bug),
});
