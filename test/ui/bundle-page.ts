import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../source-files.ts";

/** The script of the report as a module of the core, which runs no bundler and knows no hash. */
export async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/outputs/report/page/main.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    write: false,
  });
  const text = (outputFiles[0]?.text ?? "").trim();
  const sha256 = createHash("sha256").update(text).digest("base64");
  return `/** Written by \`npm run page\` from the files in \`page/\`. The hash is what a browser compares before it runs it. */
export const pageScript = {
  text: ${JSON.stringify(text)},
  sha256: ${JSON.stringify(sha256)},
} as const;
`;
}
