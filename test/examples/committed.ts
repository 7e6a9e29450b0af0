import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { examplesFolder } from "./example.ts";

/** Every file below `expected/`: one that nothing writes any more is as wrong as one that is missing. */
export function readBaselines(name: string): Readonly<Record<string, string>> {
  const folder = expectedFolder(name);
  if (!existsSync(folder)) return {};

  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

export function writeBaselines(name: string, files: ReadonlyMap<string, string>): void {
  rmSync(expectedFolder(name), { recursive: true, force: true });
  for (const [path, text] of files) {
    const target = join(expectedFolder(name), path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function expectedFolder(name: string): string {
  return join(examplesFolder, name, "expected");
}
