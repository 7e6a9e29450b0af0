import { expect, it } from "vitest";
import type { LabDaemon } from "../../src/lab/lab-plan.ts";
import { proveSegments } from "../../src/lab/prove-segments.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { daemonFolder } from "../../src/lab/run/lab-files.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { clientFiles, planClient } from "../../src/outputs/vpn-client/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf } from "../scenarios/scenario.ts";
import { differences, planOf, type RunningLab, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

const BY_IKEV2 = { edits: [["vpnClientProtocols: [OpenVPN]", "vpnClientProtocols: [IkeV2]"]] } as const;

function dialling({ plan }: Pick<RunningLab, "plan">): readonly LabDaemon[] {
  return plan.daemons.filter(({ program, certificate }) => program === "charon" && certificate === "client");
}

it.skipIf(why)("users dial in by IKEv2, with a certificate each", { timeout: GENEROUS }, async () => {
  await withLab("clients-and-peerings", { edits: [...BY_IKEV2.edits] }, async (lab) => {
    const links = [...lab.topology.links.values()].filter(({ medium }) => medium === "ikev2");
    const compared = await lab.compare();
    const proved = await proveSegments(lab.holder, lab.plan, lab.topology);
    const logs = await Promise.all(
      dialling(lab).map(({ name }) => runInLab(lab.holder, ["cat", `${daemonFolder(name)}/charon.log`])),
    );

    expect(links).not.toEqual([]);
    expect(lab.plan.daemons.filter(({ program }) => program.startsWith("openvpn"))).toEqual([]);
    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab)).toEqual(expect.arrayContaining([expect.stringMatching(/^staff -> /)]));
    for (const { stdout } of logs) {
      expect(stdout).toMatch(/authentication of 'server' with ED25519 successful/);
      expect(stdout).toMatch(/server requested EAP_TLS authentication/);
      expect(stdout).toMatch(/installing new virtual IP|virtual IP \S+ is already installed/);
    }
    expect(proved.filter(({ link }) => links.some(({ id }) => id === link))).toEqual(
      links.map(({ id }) => expect.objectContaining({ link: id, outerMarked: 0, verdict: "agrees" })),
    );
  });
});

it("they load what is exported for them, with nothing changed but what is to be filled in", () => {
  const variant = { edits: [...BY_IKEV2.edits] };
  const estate = indexEstate(estateOf("clients-and-peerings", variant));
  const topology = buildTopology(estate);
  const users = [...topology.nodes.values()].find(({ role }) => role === "p2sUsers");
  const profile = planClient(users?.id ?? "", topology, estate);
  const exported = profile && clientFiles(profile);
  const daemons = dialling({ plan: planOf("clients-and-peerings", variant) });
  expect(daemons.length).toBeGreaterThan(0);

  for (const { files, makesDevice = "", certificateFile } of daemons) {
    const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? "";
    const run = textOf("exported-swanctl.conf");
    const [, gateway = ""] = /remote_addrs = ([\d.]+)$/m.exec(run) ?? [];
    const filledIn = (name: string) =>
      exported
        ?.get(name)
        ?.replace(`remote_addrs = ${profile?.server}`, `remote_addrs = ${gateway}`)
        .replaceAll(profile?.server ?? "", "server")
        .replaceAll("azure0", makesDevice)
        .replaceAll("metric 1024", "metric 0");

    expect(textOf("swanctl.conf")).toMatch(/^include exported-swanctl\.conf\n/);
    expect(run).toBe(filledIn("swanctl.conf"));
    expect(run).toContain(`certs = ${certificateFile}\n`);
    expect(textOf("strongswan.conf")).toMatch(/^include exported\.conf$/m);
    expect(textOf("exported.conf")).toBe(filledIn("strongswan.conf"));
    expect(textOf("interfaces.sh")).toBe(filledIn("interfaces.sh"));
    expect(textOf("interfaces.sh")).toContain(`ip route replace 10.2.0.0/16 dev ${makesDevice} metric 0`);
  }
});
