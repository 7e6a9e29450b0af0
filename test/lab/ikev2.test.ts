import { expect, it } from "vitest";
import { proveSegments } from "../../src/lab/prove-segments.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { daemonFolder } from "../../src/lab/run/lab-files.ts";
import { differences, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

const BY_IKEV2 = [["vpnClientProtocols: [OpenVPN]", "vpnClientProtocols: [IkeV2]"]] as const;

it.skipIf(why)("users dial in by IKEv2, with a certificate each", { timeout: GENEROUS }, async () => {
  await withLab("clients-and-peerings", { edits: [...BY_IKEV2] }, async (lab) => {
    const links = [...lab.topology.links.values()].filter(({ medium }) => medium === "ikev2");
    const compared = await lab.compare();
    const proved = await proveSegments(lab.holder, lab.plan, lab.topology);
    const dialling = lab.plan.daemons.filter(({ certificate }) => certificate === "client");
    const logs = await Promise.all(
      dialling.map(({ name }) => runInLab(lab.holder, ["cat", `${daemonFolder(name)}/charon.log`])),
    );

    expect(links).not.toEqual([]);
    expect(lab.plan.daemons.filter(({ program }) => program.startsWith("openvpn"))).toEqual([]);
    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab)).toEqual(expect.arrayContaining([expect.stringMatching(/^staff -> /)]));
    for (const { stdout } of logs) {
      expect(stdout).toMatch(/authentication of 'CN=server' with ED25519 successful/);
      expect(stdout).toMatch(/server requested EAP_TLS authentication/);
    }
    expect(proved.filter(({ link }) => links.some(({ id }) => id === link))).toEqual(
      links.map(({ id }) => expect.objectContaining({ link: id, outerMarked: 0, verdict: "agrees" })),
    );
  });
});
