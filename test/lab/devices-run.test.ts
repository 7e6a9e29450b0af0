import { expect, it } from "vitest";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { differences, type RunningLab, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

/** What a device's kernel says, and whether its programs were given the exported files. */
async function deviceIn({ holder, plan, topology }: RunningLab) {
  const namespace = plan.namespaces.find(
    ({ node }) => topology.nodes.get(node ?? "")?.role === "vpnDevice",
  )?.name;
  const charons = plan.daemons.filter((one) => one.namespace === namespace && one.program === "charon");
  const files = charons.flatMap((daemon) => daemon.files);
  const ask = async (script: string) =>
    (await runInLab(holder, ["sh", "-c", script], namespace === undefined ? {} : { namespace })).stdout;
  return {
    scripts: files.filter(({ name }) => name === "interfaces.sh").map(({ text }) => text),
    settings: files.flatMap(({ name, text }) =>
      name === "strongswan.conf" ? text.match(/^include .*$/m) : [],
    ),
    rpFilter: await ask("cat /proc/sys/net/ipv4/conf/ipsec*/rp_filter"),
    addresses: await ask("ip -o -4 address show dev ipsec0"),
    routes: await ask("ip -4 route show table main"),
  };
}

/** A lab takes two seconds. */
it.skipIf(why)(
  "a device without BGP runs the exported script, and its routes",
  { timeout: GENEROUS },
  async () => {
    await withLab("static-gateway-transit", {}, async (lab) => {
      const compared = await lab.compare();
      const device = await deviceIn(lab);

      expect(device.scripts.length).toBeGreaterThan(0);
      for (const script of device.scripts) expect(script).not.toContain("azure0");
      expect(device.settings).toEqual(device.scripts.map(() => "include exported.conf"));
      expect(device.rpFilter).toBe("2\n".repeat(device.scripts.length));
      expect(device.routes).toMatch(/ metric 4096 ?$/m);
      expect(differences(compared)).toEqual([]);
    });
  },
);

it.skipIf(why)("a device with BGP has its address on the interface", { timeout: GENEROUS }, async () => {
  await withLab("default-route-over-bgp", {}, async (lab) => {
    const compared = await lab.compare();
    const device = await deviceIn(lab);

    const [, local] = /ip address replace "(\S+)"/.exec(device.scripts[0] ?? "") ?? [];
    const [, far] = /ip route replace "([^/"]+)\/32"/.exec(device.scripts[0] ?? "") ?? [];
    expect(device.addresses).toContain(` inet ${local} scope global ipsec0`);
    expect(device.routes).toMatch(new RegExp(`^${far} dev ipsec0 scope link`, "m"));
    expect(differences(compared)).toEqual([]);
  });
});
