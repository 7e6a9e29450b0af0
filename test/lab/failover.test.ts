import { expect, it } from "vitest";
import { formatPrefix } from "../../src/ip/index.ts";
import { compareTables } from "../../src/lab/compare-tables.ts";
import { findDownParts } from "../../src/lab/down-parts.ts";
import { changeSituation } from "../../src/lab/fail.ts";
import { solveSessions } from "../../src/routing/index.ts";
import { differences, type RunningLab, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 90_000;
const POOL = "192.168.0.0/24";

function change(
  { holder, plan, topology }: RunningLab,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const [was, is] = [before, after].map((down) => findDownParts(plan, topology, { down: new Set(down) }));
  if (!was || !is) throw new Error("two situations are two");
  return changeSituation(holder, plan, was, is);
}

/** Sessions that come up, go down and come up again: some seconds. */
it.skipIf(why)(
  "the tunnel takes over where a circuit fails, and the circuit again when it is back",
  { timeout: GENEROUS },
  async () => {
    await withLab("expressroute-and-vpn", {}, async (lab) => {
      const circuit = [...lab.topology.links.values()]
        .filter(({ medium }) => medium === "circuit")
        .map(({ id }) => id);
      const tunnel = [...lab.topology.links.values()]
        .filter(({ medium }) => medium === "ipsec")
        .map(({ id }) => id);
      const before = await lab.compare();

      await change(lab, [], circuit);
      const without = await lab.compare({ down: new Set(circuit) });
      await change(lab, circuit, [...circuit, ...tunnel]);
      const cut = await lab.compare({ down: new Set([...circuit, ...tunnel]) });
      await change(lab, [...circuit, ...tunnel], tunnel);
      const back = await lab.compare({ down: new Set(tunnel) });

      expect([before, without, cut, back].map(differences)).toEqual([[], [], [], []]);
      for (const compared of [before, without, back])
        expect(told(compared, lab)).toContain("spoke/web -> office");
      expect(told(cut, lab)).toContain("spoke/web -x office");
    });
  },
);

it.skipIf(why)("one path of a circuit carries what the other did", { timeout: GENEROUS }, async () => {
  await withLab("expressroute-site-and-vpn-site", {}, async (lab) => {
    const primary = [...lab.topology.links.keys()].filter((id) => id.endsWith("#primary"));

    await lab.compare();
    await change(lab, [], primary);
    const compared = await lab.compare({ down: new Set(primary) });

    expect(primary).not.toEqual([]);
    expect(differences(compared)).toEqual([]);
  });
});

/** A pool is what a gateway is told to give, whoever dials in. */
it.skipIf(why)(
  "networks hear of a pool while its users' own link is down",
  { timeout: GENEROUS },
  async () => {
    await withLab("clients-and-tunnels", {}, async (lab) => {
      const { holder, plan, topology } = lab;
      const link = [...topology.links.values()].find(({ medium }) => medium === "openvpn")?.id ?? "";
      const situation = { down: new Set([link]) };

      await lab.compare();
      await change(lab, [], [link]);
      const predicted = { topology, situation, solved: solveSessions(topology, situation) };
      const tables = await compareTables(holder, plan, predicted, 10);

      const routes = tables.flatMap(({ at, routes }) => routes.map((route) => ({ at, ...route })));
      expect(routes.filter(({ verdict }) => verdict === "differs")).toEqual([]);
      expect(
        routes
          .filter(({ at, prefix }) => at.endsWith("/vpn-v2#0") && formatPrefix(prefix) === POOL)
          .map(({ inLab }) => inLab),
      ).toContainEqual([expect.stringContaining("/vpn-v1#0")]);
    });
  },
);
