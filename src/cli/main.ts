#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { ExitCode, proposeCompletions, run } from "@stricli/core";
import { application } from "./app.ts";
import type { Context } from "./command-context.ts";
import { exitCode } from "./exit-code.ts";

const terminal: Context["process"] = { stdout: process.stdout, stderr: process.stderr, env: process.env };
const [first, ...rest] = process.argv.slice(2);

// A reader that has seen enough (`| head`) is no mistake.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? exitCode.fine : exitCode.usage);
});

if (first === "--version" || first === "-v") {
  process.stdout.write(`${version()}\n`);
} else if (first === "__complete") {
  const proposals = await proposeCompletions(application, rest, { process: terminal });
  process.stdout.write(proposals.map(({ completion }) => `${completion}\n`).join(""));
} else {
  await run(application, process.argv.length > 2 ? process.argv.slice(2) : ["--help"], { process: terminal });
  process.exitCode = codeOf(terminal.exitCode);
}

/** The command line's own codes are negative. */
function codeOf(code: Context["process"]["exitCode"]): number {
  if (code === ExitCode.InvalidArgument || code === ExitCode.UnknownCommand) return exitCode.usage;
  return typeof code === "number" && code >= 0 ? code : code === undefined || code === null ? exitCode.fine : exitCode.bug;
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null && "version" in value ? String(value.version) : "unknown";
}

