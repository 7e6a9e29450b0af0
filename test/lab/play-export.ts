import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Holder } from "../../src/lab/run/holder.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";

/**
 * What containerlab does with a topology of plain Linux nodes, without containers: a namespace a node, with its own /run,
 * wires between them, files bound into it, and its commands. Each node then runs `afterwards`. Answers what all have printed.
 */
export async function playExport(
  holder: Holder,
  folder: string,
  file: string,
  afterwards: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const topology = readTopology(readFileSync(join(folder, file), "utf8"));
  const script = [
    ...topology.nodes.map(({ name }) => `ip netns add ${name}`),
    ...topology.links.flatMap(([a, b]) => {
      const [near, far] = [a.split(":"), b.split(":")];
      return [
        `ip link add ${near[1]} netns ${near[0]} type veth peer name ${far[1]} netns ${far[0]}`,
        `ip -n ${near[0]} link set ${near[1]} up`,
        `ip -n ${far[0]} link set ${far[1]} up`,
      ];
    }),
    ...topology.nodes.map(({ name, binds, exec }) => {
      const run = [
        "mount -t tmpfs none /run",
        ...binds.flatMap((bind) => bindLines(folder, bind)),
        ...exec,
        afterwards,
      ];
      return `{ ip netns exec ${name} unshare -m sh -ec '${run.join("\n")}' || echo "${name} fails" >&2; } &`;
    }),
    "wait",
  ];
  return await runInLab(holder, ["sh", "-ec", script.join("\n")]);
}

function bindLines(folder: string, bind: string): readonly string[] {
  const [from = "", to = ""] = bind.split(":");
  return [`mkdir -p ${dirname(to)}`, `: >${to}`, `mount --bind ${join(folder, from)} ${to}`];
}

interface PlayedTopology {
  readonly nodes: readonly {
    readonly name: string;
    readonly binds: readonly string[];
    readonly exec: readonly string[];
  }[];
  readonly links: readonly (readonly [string, string])[];
}

export function readTopology(text: string): PlayedTopology {
  const document = parseDocument(text);
  const nodes = document.getIn(["topology", "nodes"]);
  const links = document.getIn(["topology", "links"]);
  if (!isMap(nodes)) throw new Error("There are no nodes.");
  return {
    nodes: nodes.items.map(({ key, value }) => ({
      name: textOf(key),
      binds: isMap(value) ? textsOf(value.get("binds")) : [],
      exec: isMap(value) ? textsOf(value.get("exec")) : [],
    })),
    links: isSeq(links)
      ? links.items.map((link) => {
          const [a = "", b = ""] = isMap(link) ? textsOf(link.get("endpoints")) : [];
          return [a, b] as const;
        })
      : [],
  };
}

function textsOf(value: unknown): readonly string[] {
  return isSeq(value) ? value.items.map(textOf) : [];
}

function textOf(value: unknown): string {
  return isScalar(value) && typeof value.value === "string" ? value.value : "";
}
