import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { type BuildContext, context, type PluginBuild } from "esbuild";
import { root } from "../source-files.ts";
import type { Predictor } from "./judge.ts";
import type { Mutant } from "./mutant.ts";

/** How often its text stands in its file: any number but 1, and there is no saying what it changes. */
export function occurrences({ file, find }: Mutant): number {
  return readFileSync(join(root, "src", file), "utf8").split(find).length - 1;
}

/** Bundles the prediction again and again, one rule changed at a time: only the changed file is read anew. */
export interface MutantBuilder {
  /** In memory: the checkout stays as it is. */
  build(mutant: Mutant): Promise<Predictor>;
  stop(): Promise<void>;
}

export async function startMutantBuilder(mutants: readonly Mutant[]): Promise<MutantBuilder> {
  let current: Mutant | undefined;
  const files = new Set(mutants.map(({ file }) => join(root, "src", file)));
  const names = [...files].map((file) => file.replaceAll(/[.\\/]/g, "\\$&"));
  const bundler: BuildContext<{ write: false }> = await context({
    entryPoints: [join(root, "test", "mutants", "predictor-entry.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "predictor",
    platform: "neutral",
    target: "es2023",
    logLevel: "silent",
    plugins: [
      {
        name: "mutant",
        setup(bundle: PluginBuild) {
          bundle.onLoad({ filter: new RegExp(`^(${names.join("|")})$`) }, ({ path }) => ({
            contents: changed(readFileSync(path, "utf8"), path, current),
            loader: "ts",
          }));
        },
      },
    ],
  });
  return {
    async build(mutant) {
      current = mutant;
      const { outputFiles } = await bundler.rebuild();
      return evaluate(outputFiles[0]?.text ?? "");
    },
    stop: () => bundler.dispose(),
  };
}

function changed(text: string, path: string, mutant: Mutant | undefined): string {
  if (!mutant || path !== join(root, "src", mutant.file)) return text;
  return text.replace(mutant.find, () => mutant.replace);
}

function evaluate(bundle: string): Predictor {
  const predictor: Predictor = runInThisContext(`(() => { ${bundle}; return predictor; })()`);
  return predictor;
}
