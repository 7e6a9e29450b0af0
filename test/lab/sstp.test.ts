import { expect, it } from "vitest";
import { proveSegments } from "../../src/lab/prove-segments.ts";
import { type Deaths, readDeaths } from "../../src/lab/run/deaths.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { daemonFolder } from "../../src/lab/run/lab-files.ts";
import { differences, type RunningLab, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

const BY_SSTP = [["vpnClientProtocols: [OpenVPN]", "vpnClientProtocols: [SSTP]"]] as const;

/** That which speaks for all ends, and what is said of it when it is there again; its ends need not die. */
async function killProgram({ holder, plan }: RunningLab): Promise<readonly Deaths[]> {
  await runInLab(holder, ["sh", "-c", `kill -9 $(cat ${daemonFolder("sstp")}/pid)`]);
  const deaths = () => readDeaths(holder, plan.daemons);
  await expect
    .poll(async () => (await deaths()).map(({ now }) => now), { timeout: 15_000 })
    .toEqual(["runs"]);
  return deaths();
}

it.skipIf(why)(
  "users dial in by SSTP, and the wire hides what they send",
  { timeout: GENEROUS },
  async () => {
    await withLab("clients-and-peerings", { edits: [...BY_SSTP] }, async (lab) => {
      const links = [...lab.topology.links.values()].filter(({ medium }) => medium === "sstp");
      const compared = await lab.compare();
      const proved = await proveSegments(lab.holder, lab.plan, lab.topology);
      const died = await killProgram(lab);
      const after = await lab.compare();

      expect(links).not.toEqual([]);
      expect(lab.plan.daemons.filter(({ program }) => program.startsWith("openvpn"))).toEqual([]);
      expect([compared, after].map(differences)).toEqual([[], []]);
      expect(died).toEqual([expect.objectContaining({ daemon: "sstp", died: 1, now: "runs" })]);
      expect(told(compared, lab)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^staff -> /), expect.stringMatching(/ -> staff$/)]),
      );
      expect(proved.filter(({ link }) => links.some(({ id }) => id === link))).toEqual(
        links.map(({ id }) => expect.objectContaining({ link: id, outerMarked: 0, verdict: "agrees" })),
      );
    });
  },
);
