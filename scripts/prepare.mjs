// Builds after an install. `npm install -g git+…` hands its `global` on to the install that is to fetch what the build needs:
// nothing of it lies here then, and is fetched first; and that install has put a link to this folder, which npm removes in the
// end, in the place where the package belongs, which was a folder.
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, realpathSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
const { npm_config_global: isGlobal, npm_config_global_prefix: prefix } = process.env;
if (isGlobal === "true" && prefix !== undefined && process.cwd().includes("_cacache"))
  for (const folder of ["lib/node_modules", "node_modules"]) {
    const path = join(prefix, folder, "isthmus");
    const isOwn =
      lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() &&
      existsSync(path) &&
      realpathSync(path) === realpathSync(".");
    if (!isOwn) continue;
    unlinkSync(path);
    mkdirSync(path);
  }
if (!existsSync("node_modules/esbuild")) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(global|prefix|location|omit)$/i.test(name),
  );
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    env: Object.fromEntries(kept),
    shell: process.platform === "win32",
    stdio: "inherit",
  });
}
await import("./build.mjs");
