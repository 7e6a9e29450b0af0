import { expect, it } from "vitest";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { daemonFolder } from "../../src/lab/run/lab-files.ts";
import { differences, type RunningLab, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

async function routesIn({ holder, plan }: RunningLab, title: string): Promise<string> {
  const namespace = plan.namespaces.find((one) => one.title === title)?.name ?? "";
  return (await runInLab(holder, ["ip", "route", "show", "table", "all"], { namespace })).stdout;
}

/** Namespaces, IKE, BGP: up in about a second, where nothing else runs. */
it.skipIf(why)(
  "a site is reached by BGP over IPsec, from spokes by gateway transit too",
  { timeout: GENEROUS },
  async () => {
    await withLab("firewall-for-site-and-spoke", {}, async (lab) => {
      const compared = await lab.compare();

      expect(differences(compared)).toEqual([]);
      expect(told(compared, lab)).toEqual(
        expect.arrayContaining(["hub/shared -> office", "office -> hub/shared", "spoke/web -> office"]),
      );
      expect(await routesIn(lab, "hub")).toMatch(/192\.168\.0\.0\/16 .*proto bird/);
    });
  },
);

it.skipIf(why)(
  "what crosses the internet is encrypted by charon, and by nothing else",
  { timeout: GENEROUS },
  async () => {
    await withLab("chain-with-bgp", {}, async (lab) => {
      const compared = await lab.compare();
      const charons = lab.plan.daemons.filter(({ program }) => program === "charon");
      const logs = await Promise.all(
        charons.map(({ name, namespace }) =>
          runInLab(lab.holder, ["cat", `${daemonFolder(name)}/charon.log`], { namespace }),
        ),
      );

      expect(differences(compared)).toEqual([]);
      expect(logs.map(({ stdout }) => /CHILD_SA [\w-]+\{\d+\} established/.test(stdout))).not.toContain(
        false,
      );
    });
  },
);

it.skipIf(why).each([
  ["chain-without-bgp", "VNet-to-VNet without BGP reaches neighbours alone"],
  ["static-gateway-transit", "an active-active gateway without BGP, and a spoke that uses it"],
  ["expressroute-and-vpn", "a circuit is preferred to the tunnel beside it"],
  ["expressroute-site-and-vpn-site", "two sites, one by a circuit and one by a tunnel"],
  ["propagation-switch", "a route table that takes nothing from gateways"],
  ["default-route-over-bgp", "a default route that a site announces"],
])("%s: %s", { timeout: GENEROUS }, async (slug) => {
  await withLab(slug, {}, async (lab) => {
    expect(differences(await lab.compare())).toEqual([]);
  });
});
