import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { c9sFiles, LARGEST_OBJECT, tooLargeObjects } from "../../src/lab/export/c9s-files.ts";
import { containerlabFiles } from "../../src/lab/export/containerlab-files.ts";
import { dockerfile } from "../../src/lab/export/dockerfile.ts";
import { exportedDevice, nodeNames } from "../../src/lab/export/node-names.ts";
import { programs } from "../../src/lab/run/programs.ts";
import { c9sSchema, containerlabSchema } from "./export-schemas.ts";
import { exportedOf } from "./exported.ts";
import { planOf } from "./lab-of.ts";
import { readTopology } from "./play-export.ts";

const ajv = new Ajv({ allErrors: true });
const isContainerlab = ajv.compile(containerlabSchema);
const isC9s = ajv.compile(c9sSchema);

const SLUGS = ["clients-and-tunnels", "expressroute-and-vpn", "spokes-through-appliance", "chain-with-bgp"];

it.each(SLUGS)("%s is a topology of containerlab that has all that the plan has", (slug) => {
  const plan = planOf(slug);

  const files = containerlabFiles(exportedOf(slug));

  const text = files.get(`${slug}.clab.yml`) ?? "";
  expect(isContainerlab(parse(text)), ajv.errorsText(isContainerlab.errors)).toBe(true);
  const { nodes, links } = readTopology(text);
  expect(nodes).toHaveLength(plan.namespaces.length);
  expect(links).toHaveLength(plan.links.filter(({ ends: [a, b] }) => a.namespace !== b.namespace).length);
  expect(new Set(links.flat()).size).toBe(2 * links.length);
  const bound = nodes.flatMap(({ binds }) => binds.map((bind) => bind.split(":")[0] ?? ""));
  expect(bound.filter((path) => !path.startsWith("secrets/") && !files.has(path))).toEqual([]);
  const scripts = nodes.map(({ name }) => files.get(`nodes/${name}.sh`) ?? "").join("");
  const missing = [
    ...plan.namespaces.flatMap(({ ip }) => ip),
    ...plan.links.flatMap(({ ends }) => ends.map(({ device }) => device)),
    ...plan.daemons.map(({ name }) => `(cd /run/isthmus/daemons/${name}; sh start)`),
  ].filter((line) => !scripts.includes(line));
  expect(missing).toEqual([]);
});

it.each(SLUGS)("%s is a Topology of clabernetes whose nodes are given what they bind", (slug) => {
  const lab = exportedOf(slug);

  const files = c9sFiles(lab);

  const topology = parse(files.get("kubernetes/topology.yaml") ?? "");
  expect(isC9s(topology), ajv.errorsText(isC9s.errors)).toBe(true);
  expect(isContainerlab(parse(topology.spec.definition.containerlab))).toBe(true);
  for (const { name, binds } of readTopology(topology.spec.definition.containerlab).nodes) {
    const mounts: { filePath: string; configMapName: string; configMapPath: string }[] =
      topology.spec.deployment.filesFromConfigMap[name];
    expect(mounts.map(({ filePath }) => filePath)).toEqual(binds.map((bind) => bind.split(":")[0]));
    const [script, ...secrets] = mounts;
    const object = parse(files.get(`kubernetes/${name}.yaml`) ?? "");
    expect(object).toMatchObject({ apiVersion: "v1", kind: "ConfigMap" });
    expect(script?.configMapName).toBe(object.metadata.name);
    expect(object.data["start.sh"]).toBe(lab.nodes.find((node) => node.name === name)?.script);
    for (const { configMapName, configMapPath } of secrets) {
      expect(configMapName).toBe(`${slug}-secrets`);
      expect(files.get("make-secrets.sh")).toContain(`--from-file=${configMapPath}=secrets/${configMapPath}`);
    }
  }
});

it("what is exported has no key, and each node is given no more than it uses", () => {
  const lab = exportedOf("clients-and-tunnels");

  const text = [...containerlabFiles(lab).values(), ...c9sFiles(lab).values()].join("\n");
  const of = (title: RegExp) => lab.nodes.find((node) => title.test(node.title))?.secrets;
  expect(text).not.toMatch(/BEGIN (?!OpenVPN Static key)|secret = "(?!@key-[0-9a-f]{16}@( not)?")/);
  expect(text).toMatch(/BEGIN OpenVPN Static key V1-----\n( *@key-[0-9a-f]{16}@\n){8} *-----END/);
  expect(text).not.toMatch(/\b[0-9a-f]{32,}\b/);
  expect(text).toMatch(/secret = "@key-/);
  expect(of(/^web$/)).toEqual([]);
  expect(of(/^vpn-v1#0$/)).toEqual(["seed", "ca.crt", "server.crt", "server.key"]);
  expect(of(/^vpn-v2#0$/)).toEqual(["seed"]);
  expect(of(/^staff/)).toEqual(["seed", "ca.crt", "client.crt", "client.key"]);
});

it("where nobody proves anything there are no secrets to make", () => {
  const files = [...containerlabFiles(exportedOf("peering-is-not-transitive")).keys()];

  expect(files.filter((name) => !name.startsWith("nodes/"))).toEqual([
    "peering-is-not-transitive.clab.yml",
    "image/Dockerfile",
  ]);
});

it("says that users by SSTP are not in it", () => {
  const lab = exportedOf("clients-and-tunnels", {
    edits: [["vpnClientProtocols: [OpenVPN]", "vpnClientProtocols: [SSTP]"]],
  });

  expect(lab.notRun.map(({ because }) => because)).toContainEqual(expect.stringMatching(/SSTP/));
  expect(lab.nodes.map(({ script }) => script).join("")).not.toMatch(/sstp/);
});

it("names nodes so that Kubernetes takes them, and no two alike", () => {
  const names = nodeNames([
    "orders-ab12",
    "orderly-ab12",
    "-zz9x",
    "10net-0k3d",
    "br-0000",
    "-0000",
    "orderless-ab12",
  ]);

  expect([...names.values()]).toEqual([
    "orde-ab12",
    "ord2-ab12",
    "n-zz9x",
    "net-0k3d",
    "br-0000",
    "n-0000",
    "ord3-ab12",
  ]);
  expect(() => exportedDevice(10_000)).toThrow("no name is left");
});

it("finds the objects that Kubernetes would refuse for their size", () => {
  const files = new Map([
    ["kubernetes/a.yaml", "x".repeat(LARGEST_OBJECT)],
    ["kubernetes/b.yaml", "x"],
    ["image/Dockerfile", "x".repeat(LARGEST_OBJECT)],
  ]);

  expect(tooLargeObjects(files)).toEqual(["kubernetes/a.yaml"]);
});

it("the image has every package that a lab takes", () => {
  const installed = dockerfile().split(/\s+/);

  expect(programs.filter((program) => !installed.includes(program.package))).toEqual([]);
});
