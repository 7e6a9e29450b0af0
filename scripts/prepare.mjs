// Builds after an install. `npm install -g git+…`, as pre-commit does it, hands its `global` on to the install that is to
// fetch what the build needs, so that nothing of it lies here: then it is fetched here first.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
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
