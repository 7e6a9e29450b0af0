import { expect, it } from "vitest";
import { proveSegments } from "../../src/lab/prove-segments.ts";
import { type RunningLab, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

async function provedIn(lab: RunningLab) {
  // What is sent before routers are ready goes nowhere.
  await lab.compare();
  const segments = await proveSegments(lab.holder, lab.plan, lab.topology);
  return segments.map((segment) => ({ ...segment, medium: lab.topology.links.get(segment.link)?.medium }));
}

it.skipIf(why)(
  "a peering and a circuit show what they carry, a tunnel does not",
  { timeout: GENEROUS },
  async () => {
    await withLab("expressroute-site-and-vpn-site", {}, async (lab) => {
      const proved = await provedIn(lab);

      expect(proved.filter(({ verdict }) => verdict === "differs")).toEqual([]);
      const circuits = proved.filter(({ medium, verdict }) => medium === "circuit" && verdict === "agrees");
      expect(circuits).not.toEqual([]);
      for (const { outerMarked } of circuits) expect(outerMarked).toBeGreaterThan(0);
      const tunnels = proved.filter(({ medium, verdict }) => medium === "ipsec" && verdict === "agrees");
      expect(tunnels).not.toEqual([]);
      for (const { inner, outer, outerMarked } of tunnels) {
        expect([inner > 0, outer > 0]).toEqual([true, true]);
        expect(outerMarked).toBe(0);
      }
    });
  },
);

it.skipIf(why)(
  "users' tunnels hide what they carry, peerings behind them do not",
  { timeout: GENEROUS },
  async () => {
    await withLab("clients-and-peerings", {}, async (lab) => {
      const proved = await provedIn(lab);

      expect(proved.filter(({ verdict }) => verdict === "differs")).toEqual([]);
      expect(proved.filter(({ verdict }) => verdict === "agrees")).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ medium: "openvpn", outerMarked: 0 }),
          expect.objectContaining({ medium: "backbone" }),
        ]),
      );
    });
  },
);

/** Were a tunnel's own device the wire, or a peering said to be encrypted, it must be noticed. */
it.skipIf(why)("says where the wire and the topology differ", { timeout: GENEROUS }, async () => {
  await withLab("clients-and-peerings", {}, async (lab) => {
    await lab.compare();
    const links = [...lab.topology.links].map(
      ([id, link]) => [id, link.medium === "backbone" ? { ...link, encryptedBy: "nobody" } : link] as const,
    );
    const proved = await proveSegments(lab.holder, lab.plan, { ...lab.topology, links: new Map(links) });

    const peerings = proved.filter(
      ({ encryptedBy, verdict }) => encryptedBy === "nobody" && verdict !== "unused",
    );
    expect(peerings).not.toEqual([]);
    expect(new Set(peerings.map(({ verdict }) => verdict))).toEqual(new Set(["differs"]));
  });
});
