import { Document } from "yaml";
import { dockerfile } from "./dockerfile.ts";
import type { ExportedNode, LabExport } from "./lab-export.ts";
import { bindsOf, START, scriptFile } from "./node-files.ts";
import { SECRETS_SCRIPT, secretsScript, usedSecrets } from "./secrets-script.ts";

/** A folder that `containerlab deploy` takes: https://containerlab.dev/manual/topo-def-file/ */
export function containerlabFiles(lab: LabExport): ReadonlyMap<string, string> {
  const topology = `${lab.name}.clab.yml`;
  const steps = [
    `docker build -t ${lab.image} image`,
    ...(usedSecrets(lab).length > 0 ? [`sh ${SECRETS_SCRIPT}`] : []),
    `sudo containerlab deploy -t ${topology}`,
  ];
  return new Map([
    [topology, yamlOf(topologyOf(lab), steps)],
    ...lab.nodes.map(({ name, script }) => [scriptFile(name), script] as const),
    ...filesBeside(lab, secretsScript(lab)),
  ]);
}

export function filesBeside(lab: LabExport, script: string): readonly (readonly [string, string])[] {
  return [
    ["image/Dockerfile", dockerfile()],
    ...(usedSecrets(lab).length > 0
      ? ([
          [SECRETS_SCRIPT, script],
          [".gitignore", "secrets/\n"],
        ] as const)
      : []),
  ];
}

export function topologyOf({ name, image, nodes, links }: LabExport) {
  return {
    name,
    topology: {
      nodes: Object.fromEntries(nodes.map((node) => [node.name, nodeOf(node, image)])),
      ...(links.length > 0 ? { links: links.map((endpoints) => ({ endpoints: [...endpoints] })) } : {}),
    },
  };
}

function nodeOf(node: ExportedNode, image: string) {
  return {
    kind: "linux",
    image,
    labels: { "isthmus-title": node.title },
    binds: bindsOf(node),
    exec: [`sh ${START}`],
  };
}

/** With the steps to take above it. */
export function yamlOf(value: object, steps: readonly string[]): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  if (steps.length > 0) document.commentBefore = steps.map((step) => `   ${step}`).join("\n");
  return document.toString({ lineWidth: 0 });
}
