import { formatText, locate, sortDiagnostics } from "../../src/diagnostics/index.ts";
import { outputs } from "../../src/outputs/index.ts";
import { addressLines } from "./address-lines.ts";
import { decisionsPage } from "./decisions-page.ts";
import { decisionsSummary } from "./decisions-summary.ts";
import type { Example } from "./example.ts";
import { resourcesJson } from "./resources-json.ts";
import { routeLines } from "./route-lines.ts";

/** Above this, baselines of every file would be too long to be read, and what is not read proves nothing. */
const MOST_NETWORKS = 20;

/** What an example is held against: paths below `expected/`, and what they hold. */
export function baselinesOf(example: Example): ReadonlyMap<string, string> {
  const { decisions, addresses, estate } = example.design;
  const isLarge = addresses.networks.length > MOST_NETWORKS;
  return new Map([
    ["diagnostics.txt", findingsText(example)],
    ["addresses.txt", `${addressLines(addresses).join("\n")}\n`],
    ["decisions.md", isLarge ? decisionsSummary(decisions) : decisionsPage(example.design)],
    ...(isLarge
      ? []
      : [
          ["resources.json", resourcesJson(estate)] as const,
          ["routes.txt", `${routeLines(estate).join("\n")}\n`] as const,
          ...writtenFiles(example),
        ]),
  ]);
}

/** What the outputs write, but for the report, whose every byte is page and script: it is only to be the same twice. */
function writtenFiles({ design }: Example): readonly (readonly [string, string])[] {
  return outputs.flatMap((output) => [...output.write(design)]).filter(([path]) => !path.endsWith(".html"));
}

function findingsText({ document, lock, diagnostics }: Example): string {
  const documents = new Map([document, ...(lock ? [lock] : [])].map((one) => [one.file, one]));
  return `${formatText(sortDiagnostics(diagnostics.map((diagnostic) => locate(diagnostic, documents))))}\n`;
}
