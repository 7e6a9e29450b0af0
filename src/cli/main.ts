#!/usr/bin/env node
import { readFileSync } from "node:fs";
import module from "node:module";

// Since Node 22 what was compiled once can be kept for the next start.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function")
  module.enableCompileCache();

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-v" || first === "version") process.stdout.write(`${version()}\n`);
else await (await import("./run-command-line.ts")).runCommandLine(process.argv.slice(2));

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null && "version" in value
    ? String(value.version)
    : "unknown";
}
