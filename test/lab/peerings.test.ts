import { expect, it } from "vitest";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { differences, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const SLUG = "spokes-through-appliance";

const ROUTE_OF_A =
  "- { name: to-b, properties: { addressPrefix: 10.2.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.0.1.4 } }";

/** Namespaces and packets of a real kernel: a second each, and more for what must not answer. */
it.skipIf(why)(
  `spokes reach each other through the appliance in their hub${why ? `: ${why}` : ""}`,
  async () => {
    await withLab(SLUG, {}, async (lab) => {
      const compared = await lab.compare();

      expect(differences(compared)).toEqual([]);
      expect(told(compared, lab)).toEqual(
        expect.arrayContaining(["a/web -> b/web", "b/web -> a/web", "a/web -> appliance"]),
      );
    });
  },
);

const failing = [
  { without: "the route of one side", edits: [[ROUTE_OF_A, "[]"]] },
  {
    without: "forwarding at the appliance",
    edits: [["enableIPForwarding: true", "enableIPForwarding: false"]],
  },
  {
    without: "allowForwardedTraffic at the receiving spoke",
    edits: [["allowForwardedTraffic: true # of b", "allowForwardedTraffic: false"]],
  },
] as const;

it.skipIf(why).each(failing)("they do not without $without", async ({ edits }) => {
  await withLab(SLUG, { edits: [...edits] }, async (lab) => {
    const compared = await lab.compare();

    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab)).toEqual(expect.arrayContaining(["a/web -x b/web", "b/web -x a/web"]));
    expect(told(compared, lab)).toContain("a/web -> hub/appliances");
  });
});

/** Another subnet of the hub, and the hub itself, would drop what goes to the spokes: nobody asks them. */
const CONTRADICTION = [
  [
    "subnets: [{ name: appliances, properties: { addressPrefix: 10.0.1.0/24 } }]",
    "subnets: [{ name: appliances, properties: { addressPrefix: 10.0.1.0/24 } }, { name: other, properties: { addressPrefix: 10.0.2.0/24, routeTable: { id: routeTables/nowhere } } }]",
  ],
  [
    "  - type: Microsoft.Network/networkInterfaces",
    `  - type: Microsoft.Network/routeTables
    name: nowhere
    location: westeurope
    properties:
      routes:
        - { name: a, properties: { addressPrefix: 10.1.0.0/16, nextHopType: None } }
        - { name: b, properties: { addressPrefix: 10.2.0.0/16, nextHopType: None } }
  - type: Microsoft.Network/networkInterfaces`,
  ],
] as const;

it.skipIf(why)("what is carried to an appliance is looked up in no table of the hub", async () => {
  await withLab(SLUG, { edits: CONTRADICTION }, async (lab) => {
    const namespace = lab.plan.namespaces.find(({ title }) => title === "hub")?.name ?? "";
    for (const range of ["10.1.0.0/16", "10.2.0.0/16"])
      await runInLab(lab.holder, ["ip", "route", "add", "blackhole", range], { namespace });

    const compared = await lab.compare();

    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab)).toEqual(
      expect.arrayContaining(["a/web -> b/web", "b/web -> a/web", "hub/other -x b/web"]),
    );
  });
});
