import { filesBeside, topologyOf, yamlOf } from "./containerlab-files.ts";
import type { ExportedNode, LabExport } from "./lab-export.ts";
import { scriptFile, secretFile } from "./node-files.ts";
import { SECRETS_SCRIPT, secretsScript, usedSecrets } from "./secrets-script.ts";

/** Of a ConfigMap's data, and of what etcd takes as one object: https://kubernetes.io/docs/concepts/configuration/configmap/ */
export const LARGEST_OBJECT = 1024 * 1024;

const SCRIPT_KEY = "start.sh";
const FOLDER = "kubernetes";

/** A folder of objects for `kubectl apply`, of which clabernetes makes the lab: a pod a node. */
export function c9sFiles(lab: LabExport): ReadonlyMap<string, string> {
  const secrets = usedSecrets(lab);
  const steps = [
    `docker build -t ${lab.image} image && docker push ${lab.image}`,
    ...(secrets.length > 0 ? [`sh ${SECRETS_SCRIPT}`] : []),
    `kubectl apply --server-side -f ${FOLDER}/`,
  ];
  return new Map([
    [`${FOLDER}/topology.yaml`, yamlOf(topologyObject(lab), steps)],
    ...lab.nodes.map((node) => [`${FOLDER}/${node.name}.yaml`, yamlOf(scriptObject(lab, node), [])] as const),
    ...filesBeside(lab, secretsScript(lab, [configMapCommand(lab, secrets)])),
  ]);
}

/** Names of objects that Kubernetes would refuse for their size. */
export function tooLargeObjects(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files]
    .filter(([name, text]) => name.startsWith(`${FOLDER}/`) && Buffer.byteLength(text) >= LARGEST_OBJECT)
    .map(([name]) => name);
}

function topologyObject(lab: LabExport) {
  return {
    apiVersion: "clabernetes.containerlab.dev/v1alpha1",
    kind: "Topology",
    metadata: { name: lab.name },
    spec: {
      definition: { containerlab: yamlOf(topologyOf(lab), []) },
      deployment: {
        filesFromConfigMap: Object.fromEntries(lab.nodes.map((node) => [node.name, mountsOf(lab, node)])),
      },
      expose: { disableExpose: true },
      naming: "prefixed",
    },
  };
}

/** Paths are within the launcher's working folder, where binds of the topology begin, too. */
function mountsOf(lab: LabExport, { name, secrets }: ExportedNode) {
  return [
    {
      configMapName: configMapOf(lab, name),
      configMapPath: SCRIPT_KEY,
      filePath: scriptFile(name),
      mode: "read",
    },
    ...secrets.map((file) => ({
      configMapName: configMapOf(lab, "secrets"),
      configMapPath: file,
      filePath: secretFile(file),
      mode: "read",
    })),
  ];
}

function scriptObject(lab: LabExport, { name, script }: ExportedNode) {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: configMapOf(lab, name) },
    data: { [SCRIPT_KEY]: script },
  };
}

/** No node is called so: theirs end with a hash. */
function configMapOf(lab: LabExport, what: string): string {
  return `${lab.name}-${what}`;
}

/** What the script is given goes to kubectl: a namespace. clabernetes mounts no Secrets. */
function configMapCommand(lab: LabExport, secrets: readonly string[]): string {
  return [
    `kubectl create configmap ${configMapOf(lab, "secrets")} "$@" --dry-run=client -o yaml`,
    ...secrets.map((file) => `  --from-file=${file}=${secretFile(file)}`),
  ]
    .join(" \\\n")
    .concat(' | kubectl apply --server-side "$@" -f -');
}
