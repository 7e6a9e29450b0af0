import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mediansOf } from "./median.mjs";
import { milliseconds, printTable, ratio } from "./print-table.mjs";
import { runNode } from "./run-node.mjs";

const ROUNDS = 11;

/** How much longer the command line takes to start than Node with nothing to do. */
export function benchStart() {
  const out = mkdtempSync(join(tmpdir(), "isthmus-bench-"));
  const example = "examples/hub-and-spoke/network.yaml";
  const commands = [
    ["node with nothing to do", ["-e", "0"]],
    ["isthmus --version", ["dist/cli/main.js", "--version"]],
    ["isthmus --help", ["dist/cli/main.js", "--help"]],
    ["isthmus check, hub-and-spoke", ["dist/cli/main.js", "check", example]],
    ["isthmus design, hub-and-spoke", ["dist/cli/main.js", "design", example, "--frozen-lock", "--out", out]],
  ];
  const times = mediansOf(
    commands.map(
      ([, args]) =>
        () =>
          runNode(args),
    ),
    ROUNDS,
  );
  rmSync(out, { recursive: true });
  printTable(
    "Start of the command line",
    ["command", "median", "against node"],
    commands.map(([name], index) => [name, milliseconds(times[index]), ratio(times[index] / times[0])]),
  );
}
