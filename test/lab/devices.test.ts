import { expect, it } from "vitest";
import type { LabDaemon, LabPlan } from "../../src/lab/lab-plan.ts";
import { planLab } from "../../src/lab/plan/plan-lab.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { deviceFormats, planDevice } from "../../src/outputs/device-config/index.ts";
import { clientFiles, planClient } from "../../src/outputs/vpn-client/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { exampleNames, intentIn, lockIn, runExample } from "../examples/example.ts";

const KEY = "a key";

const labs = exampleNames.map((name) => {
  const estate = indexEstate(runExample(intentIn(name), lockIn(name)).design.estate);
  const topology = buildTopology(estate);
  return { name, estate, topology, lab: planLab(topology, { timers: "fast", keys: () => KEY, estate }) };
});

const devices = labs.flatMap(({ name, estate, topology, lab }) =>
  [...topology.nodes.values()]
    .filter(({ role }) => role === "vpnDevice")
    .flatMap(({ id }) => {
      const plan = planDevice(id, topology, estate);
      return plan ? [{ name: `${name}: ${plan.name}`, id, plan, topology, lab }] : [];
    }),
);

/** With the daemons at both ends of each of their tunnels. */
const users = labs.flatMap(({ name, estate, topology, lab }) =>
  [...topology.links.values()]
    .filter(({ medium }) => medium === "openvpn")
    .flatMap((link) => {
      const node = link.ends
        .map((end) => topology.nodes.get(end.node))
        .find((one) => one?.role === "p2sUsers");
      const plan = node && planClient(node.id, topology, estate);
      const ends = lab.daemons.filter(({ about }) => about.includes(link.id));
      return plan?.authentication === "Certificate" ? [{ name: `${name}: ${plan.users}`, plan, ends }] : [];
    }),
);

function textOf({ files }: LabDaemon, name: string): string {
  return files.find((file) => file.name === name)?.text ?? "";
}

it("the examples have devices", () => {
  expect(devices.length).toBeGreaterThan(6);
});

/** By hand, and not as the lab does: each line is the exported one, or says an address or a key. */
it.each(devices)("$name runs the files that are exported for it", ({ id, plan, lab }) => {
  const files = deviceFormats.find(({ name }) => name === "strongswan")?.write(plan);
  const namespace = lab.namespaces.find(({ node }) => node === id)?.name;

  for (const tunnel of plan.tunnels) {
    const ends = lab.daemons.filter(
      ({ about, program }) => program === "charon" && about.includes(tunnel.link),
    );
    const own = ends.find((daemon) => daemon.namespace === namespace);
    const far = ends.find((daemon) => daemon.namespace !== namespace);
    const exported = files?.get(`swanctl-${tunnel.name}.conf`) ?? "";

    const wanted = exported
      .replaceAll(tunnel.localAddress, own?.tunnel?.address ?? "")
      .replaceAll(tunnel.farAddress, far?.tunnel?.address ?? "")
      .replaceAll(tunnel.key, KEY);

    expect(exported).not.toBe("");
    expect(own && textOf(own, "swanctl.conf")).toBe(wanted);
    expect(own?.begins ?? false).toBe(tunnel.begins);
    expect(far?.begins ?? false).toBe(!tunnel.begins);
  }
});

it.each(devices)("$name runs the bird.conf that is exported for it", ({ id, plan, topology, lab }) => {
  const namespace = lab.namespaces.find(({ node }) => node === id)?.name;
  const own = lab.daemons.filter((daemon) => daemon.namespace === namespace);
  const bird = own.find(({ program }) => program === "bird");
  const exported =
    deviceFormats
      .find(({ name }) => name === "bird")
      ?.write(plan)
      .get("bird.conf") ?? "";
  const isTranslated = lab.notRun.some(
    ({ about, because }) => bird?.about.includes(about) && /does not\.?$/.test(because),
  );

  let wanted = exported;
  for (const tunnel of plan.tunnels) {
    const device = own.find(({ about }) => about.includes(tunnel.link))?.tunnel?.inner ?? "";
    wanted = wanted.replaceAll(tunnel.interface, device);
    const session = [...topology.sessions.values()].find(({ ends }) =>
      ends.some(({ via }) => via.to === "link" && via.link === tunnel.link),
    );
    if (!tunnel.bgp || !session) continue;

    wanted = wanted.replaceAll(tunnel.title, session.id);
    for (const [text, node] of [
      [tunnel.bgp.localAddress, id],
      [tunnel.bgp.farAddress, session.ends.find((end) => end.node !== id)?.node],
    ] as const)
      if (text.startsWith("<")) wanted = wanted.replaceAll(text, routerAddress(node, lab));
  }

  expect(exported).not.toBe("");
  expect(bird && textOf(bird, "exported.conf")).toBe(isTranslated ? "" : wanted);
  expect(bird && textOf(bird, "bird.conf").includes('include "exported.conf";')).toBe(!isTranslated);
});

/** What the lab gives to whom Azure has yet to give an address. */
function routerAddress(node: string | undefined, lab: LabPlan): string {
  const lines = lab.namespaces.find((one) => one.node === node)?.ip ?? [];
  return lines.flatMap((line) => /^addr add (\S+)\/32 dev lo$/.exec(line)?.[1] ?? [])[0] ?? "";
}

it("few devices have gateways that translate what they announce", () => {
  const told = labs.flatMap(({ lab }) =>
    lab.notRun.filter(({ because }) => /announces the translated/.test(because)),
  );

  expect(told.length).toBeLessThan(3);
});

it("the examples have users", () => {
  expect(users.length).toBeGreaterThan(3);
});

it.each(users)("$name runs the OpenVPN profile that is exported for them", ({ plan, ends }) => {
  const [server, client] = ["openvpn-server", "openvpn-client"].map((program) =>
    ends.find((daemon) => daemon.program === program),
  );
  const exported = clientFiles(plan).get("openvpn.ovpn") ?? "";

  expect(exported).not.toBe("");
  expect(client && textOf(client, "exported.ovpn")).toBe(
    exported
      .replace(`remote ${plan.server}`, `remote ${server?.tunnel?.address}`)
      .replaceAll(plan.server, "server"),
  );
  expect(client && textOf(client, "openvpn.conf")).toMatch(/^config openvpn\.ovpn\n/);
  expect(client && textOf(client, "fill-in").match(/^<.*>\t/gm)).toHaveLength(4);
});
