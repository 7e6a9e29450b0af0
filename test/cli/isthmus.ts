import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject, onTestFinished } from "vitest";

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user does. */
export function isthmus(folder: string, args: readonly string[], options: SpawnSyncOptions = {}): Run {
  return runNode(folder, [inject("cli"), ...args], options);
}

export function runNode(folder: string, args: readonly string[], options: SpawnSyncOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    maxBuffer: 256 * 1024 * 1024,
    ...options,
    env: plainEnvironment(),
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

/** Without what a developer's or a workflow's terminal adds. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _noColor, FORCE_COLOR: _forceColor, NODE_OPTIONS: _options, ...rest } = process.env;
  return { ...rest, TERM: "xterm-256color" };
}

/** A folder of its own for each test, with these files in it. */
export function scratch(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Three networks; the simplest file that has everything a test here needs. */
export const intent = `name: small
defaults: { region: westeurope }
addressSpace: 10.64.0.0/16
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /23, subnets: { web: /25 } }
  billing: { size: /23, subnets: { app: /25 } }
connections:
  - between: [hub, [orders, billing]]
    needs: { traffic: { there: 10 GB, back: 10 GB } }
`;

/** A hub for every 400 spokes, in two regions. */
export function largeIntent(networks: number): string {
  const regions = ["westeurope", "northeurope"];
  const lines = Array.from({ length: networks }, (_, index) => {
    const region = regions[index % 2];
    return index % 400 < 2
      ? `  hub-${index}: { role: hub, region: ${region}, size: /24, subnets: { shared: /25 } }`
      : `  spoke-of-a-long-name-${index}: { region: ${region}, size: /24, subnets: { web: /26, data: /26 } }`;
  });
  const connections = Array.from({ length: networks }, (_, index) => index)
    .filter((index) => index % 400 >= 2)
    .map(
      (index) => `  - between: [hub-${index - (index % 400) + (index % 2)}, spoke-of-a-long-name-${index}]`,
    );
  return `name: large\naddressSpace: 10.0.0.0/8\nvirtualNetworks:\n${lines.join("\n")}\nconnections:\n${connections.join("\n")}\n`;
}
