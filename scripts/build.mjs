// Builds what is published: the library by the compiler, the command line by the bundler (one small start file and a
// chunk a command, so that `--help` does not load what it does not need), with a start file for a program of labs.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
process.chdir(root);
rmSync("dist", { recursive: true, force: true });

execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
await build({
  entryPoints: { main: "src/cli/main.ts", sstp: "src/lab/sstp/main.ts" },
  outdir: "dist/cli",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  mainFields: ["module", "main"],
  // Its build for browsers is made of modules, as this bundle is; the one for Node asks for `require`.
  alias: { yaml: "./node_modules/yaml/browser/dist/index.js" },
  target: "node20",
  minify: true,
  legalComments: "external",
  chunkNames: "chunks/[name]-[hash]",
  logLevel: "warning",
});
