import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a shell runs to start the program that speaks for all SSTP ends of a lab, in its own folder. */
export function sstpCommand(): string {
  return [process.execPath, sstpProgram()].map(quoted).join(" ");
}

/** It is built as a file of its own, for it runs inside the lab. */
function sstpProgram(): string {
  const path = join(packageFolder(dirname(fileURLToPath(import.meta.url))), "dist", "cli", "sstp.js");
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run build\`.`);
  return path;
}

function packageFolder(folder: string): string {
  return existsSync(join(folder, "package.json")) || folder === dirname(folder)
    ? folder
    : packageFolder(dirname(folder));
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
