import { expect, it } from "vitest";
import { captureOfLink } from "../../src/lab/capture.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { differences, planOf, told, whyNoLab, withLabOfExample } from "./lab-of.ts";

const why = await whyNoLab();

/**
 * Wires are cut with nobody told, so that only what really passes them notices: routers take their time. Some seconds, for a
 * lab has to start.
 */
it.skipIf(why)(
  "tunnels between private addresses run in the circuit, and end with it",
  { timeout: 60_000 },
  async () => {
    await withLabOfExample("ipsec-over-expressroute", async (lab) => {
      const { plan, topology } = lab;
      const circuits = [...topology.links.values()].filter(({ id }) => /circuit#[a-z]+$/.test(id));
      const [primary, secondary] = circuits.map(({ id }) => id);
      const cut = async (id: string | undefined) => {
        for (const { namespace, device } of plan.links
          .filter(({ link }) => link === id)
          .flatMap(({ ends }) => ends))
          await runInLab(lab.holder, ["ip", "-n", namespace, "link", "set", device, "down"]);
      };
      const [tunnel] = [...topology.links.values()].filter(({ medium }) => medium === "ipsec");
      const whole = await lab.compare();
      await cut(primary);
      const half = await lab.compare({ down: new Set([primary ?? ""]) });
      await cut(secondary);
      const down = new Set([primary ?? "", secondary ?? ""]);
      const none = await lab.compare({ down });

      expect(circuits).toHaveLength(2);
      expect(plan.namespaces.map(({ title }) => title)).not.toContain("backbone");
      expect(plan.notRun.filter(({ because }) => /beside its circuit/.test(because))).toEqual([]);
      expect(captureOfLink(plan, tunnel?.id ?? "").map(({ device }) => device)).toHaveLength(2);
      expect([whole, half, none].map(differences)).toEqual([[], [], []]);
      expect(told(half, lab)).toContain("records/app -> clinic");
      expect(told(none, lab)).toContain("records/app -x clinic");
    });
  },
);

it("says so where the estate has not the whole way", () => {
  const { notRun } = planOf("firewall-for-site-and-spoke", {
    edits: [["connectionType: IPsec", "connectionType: IPsec\n      useLocalAzureIpAddress: true"]],
  });

  expect(notRun.map(({ because }) => because)).toContainEqual(expect.stringMatching(/beside its circuit/));
});
