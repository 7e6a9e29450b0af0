import { createHash } from "node:crypto";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { Topology } from "../../model/topology.ts";
import type { LabDaemon, LabNamespace, LabPlan } from "../lab-plan.ts";
import { planLab } from "../plan/plan-lab.ts";
import { type DeviceNames, deviceNames } from "./device-names.ts";
import { nodeNames } from "./node-names.ts";
import { nodeScript } from "./node-script.ts";
import { secretsOf } from "./node-secrets.ts";
import { withPlacesInStaticKeys } from "./static-keys.ts";

/** A lab as containers and the wires between them, for whoever runs it: no key is in it. */
export interface LabExport {
  readonly name: string;
  readonly image: string;
  readonly nodes: readonly ExportedNode[];
  /** `node:device` of both ends. */
  readonly links: readonly (readonly [string, string])[];
  readonly notRun: LabPlan["notRun"];
}

export interface ExportedNode {
  readonly name: string;
  readonly title: string;
  readonly script: string;
  /** Of the files that `make-secrets.sh` makes, those that the script reads. */
  readonly secrets: readonly string[];
}

export interface ExportOptions {
  readonly name: string;
  readonly image: string;
  readonly timers: "azure" | "fast";
  readonly estate: EstateIndex;
  readonly titleOf: (id: string) => string;
}

export function exportLab(topology: Topology, options: ExportOptions): LabExport {
  const keys = new Map<string, string>();
  const plan = planLab(topology, {
    timers: options.timers,
    estate: options.estate,
    keys: (link) => {
      const placeholder = placeholderOf(link);
      keys.set(placeholder, link);
      return placeholder;
    },
  });
  const names = nodeNames(plan.namespaces.map(({ name }) => name));
  const devices = deviceNames(plan.links, names);
  return {
    name: options.name,
    image: options.image,
    nodes: plan.namespaces.map((namespace) => nodeOf(namespace, plan, { names, devices, keys, options })),
    links: devices.links,
    notRun: [...plan.notRun, ...plan.daemons.filter(isSstp).flatMap(withoutSstp)],
  };
}

interface Surroundings {
  readonly names: ReadonlyMap<string, string>;
  readonly devices: DeviceNames;
  readonly keys: ReadonlyMap<string, string>;
  readonly options: ExportOptions;
}

function nodeOf(
  namespace: LabNamespace,
  plan: LabPlan,
  { names, devices, keys, options }: Surroundings,
): ExportedNode {
  const own = names.get(namespace.name) ?? namespace.name;
  const title = namespace.node === undefined ? namespace.title : options.titleOf(namespace.node);
  const daemons = plan.daemons
    .filter((one) => one.namespace === namespace.name && !isSstp(one))
    .map((daemon) => ({
      ...daemon,
      files: daemon.files.map((file) => ({ ...file, text: withPlacesInStaticKeys(file.text, PLACEHOLDER) })),
    }));
  const secrets = secretsOf(daemons, keys);
  return {
    name: own,
    title,
    script: nodeScript({
      title,
      namespace,
      daemons,
      devices: devices.of(namespace.name),
      loops: plan.links.filter(({ ends }) => ends.every((end) => end.namespace === namespace.name)),
      keys: secrets.keys,
      secrets: secrets.files,
    }),
    secrets: secrets.files,
  };
}

/** Plain letters in any of the files that keys stand in, and nobody else's text. */
function placeholderOf(link: string): string {
  return `@key-${createHash("sha256").update(link).digest("hex").slice(0, 16)}@`;
}

const PLACEHOLDER = /@key-[0-9a-f]{16}@/g;

function isSstp({ program }: LabDaemon): boolean {
  return program === "sstp" || program === "sstp-server" || program === "sstp-client";
}

function withoutSstp({ program, about }: LabDaemon): LabPlan["notRun"] {
  return program === "sstp-client"
    ? about.map((id) => ({ about: id, because: "SSTP is Isthmus's own program, which the image has not" }))
    : [];
}
