import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { root } from "./source-files.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The start file of a built command line. */
    readonly cli: string;
  }
}

/** Tests of the command line run what is published. It is built where it is older than its sources, and then copied. */
export default function setup(project: TestProject): (() => void) | undefined {
  if (!isWanted(process.argv.slice(2))) return undefined;

  const built = join(root, "dist/cli/main.js");
  if (!existsSync(built) || statSync(built).mtimeMs < newest(join(root, "src"))) {
    execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
  }
  // Where every user can read it, for tests that run as one without rights.
  const folder = mkdtempSync(join(tmpdir(), "isthmus-built-"));
  mkdirSync(join(folder, "dist"));
  cpSync(join(root, "dist/cli"), join(folder, "dist/cli"), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  chmodSync(folder, 0o755);
  project.provide("cli", join(folder, "dist/cli/main.js"));
  return () => rmSync(folder, { recursive: true });
}

/** Not for `vitest run src`: who tries one function does not wait for a build. */
function isWanted(args: readonly string[]): boolean {
  const filters = args.filter((argument) => /^(\.\/)?(src|test)\b/.test(argument));
  return filters.length === 0 || filters.some((filter) => /^(\.\/)?test\/?$|cli|schemas|lab/.test(filter));
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => !name.endsWith(".test.ts"),
  );
  return Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs));
}
