import { expect, it } from "vitest";
import { differences, planOf, told, whyNoLab, withLab, withLabOfExample } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

it("one topology is one plan, to the letter", () => {
  expect(JSON.stringify(planOf("expressroute-and-vpn"))).toBe(JSON.stringify(planOf("expressroute-and-vpn")));
});

it("devices have names that the kernel takes", () => {
  const devices = planOf("clients-and-tunnels").links.flatMap(({ ends }) => ends.map(({ device }) => device));

  expect(devices.filter((device) => device.length > 15)).toEqual([]);
  expect(new Set(devices).size).toBe(devices.length);
});

/** Namespaces, and programs in them: about a second each. */
it.skipIf(why)(
  "users of a pool reach by OpenVPN what they are told of, and are reached",
  { timeout: GENEROUS },
  async () => {
    await withLab("clients-and-tunnels", {}, async (lab) => {
      const compared = await lab.compare();

      expect(differences(compared)).toEqual([]);
      expect(told(compared, lab)).toEqual(expect.arrayContaining(["staff -> v1/web", "v3/web -> staff"]));
    });
  },
);

it.skipIf(why).each([
  ["security-groups", "network security groups deny what they say, and let answers through"],
  ["route-server-inside-virtual-network", "a Route Server tells a network of what its appliance announces"],
  ["clients-and-peerings", "users reach networks a peering away, and no further"],
])("%s: %s", { timeout: GENEROUS }, async (slug) => {
  await withLab(slug, {}, async (lab) => {
    expect(differences(await lab.compare())).toEqual([]);
  });
});

it.skipIf(why).each([
  ["sites-with-one-range", "NAT rules keep sites of one range apart"],
  ["contoso", "circuits, tunnels and users of one hub: the whole of it starts in seconds"],
])("%s: %s", { timeout: GENEROUS }, async (slug) => {
  await withLabOfExample(slug, async (lab) => {
    expect(differences(await lab.compare())).toEqual([]);
  });
});
