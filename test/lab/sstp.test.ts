import { expect, it } from "vitest";
import { proveSegments } from "../../src/lab/prove-segments.ts";
import { differences, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

const BY_SSTP = [["vpnClientProtocols: [OpenVPN]", "vpnClientProtocols: [SSTP]"]] as const;

it.skipIf(why)(
  "users dial in by SSTP, and the wire hides what they send",
  { timeout: GENEROUS },
  async () => {
    await withLab("clients-and-peerings", { edits: [...BY_SSTP] }, async (lab) => {
      const links = [...lab.topology.links.values()].filter(({ medium }) => medium === "sstp");
      const compared = await lab.compare();
      const proved = await proveSegments(lab.holder, lab.plan, lab.topology);

      expect(links).not.toEqual([]);
      expect(lab.plan.daemons.filter(({ program }) => program.startsWith("openvpn"))).toEqual([]);
      expect(differences(compared)).toEqual([]);
      expect(told(compared, lab)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^staff -> /), expect.stringMatching(/ -> staff$/)]),
      );
      expect(proved.filter(({ link }) => links.some(({ id }) => id === link))).toEqual(
        links.map(({ id }) => expect.objectContaining({ link: id, outerMarked: 0, verdict: "agrees" })),
      );
    });
  },
);
