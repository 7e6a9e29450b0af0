import { expect, it } from "vitest";
import { device, vpnGateway } from "../../test/routing/labs.ts";
import { type EndSaid, session, topologyOf } from "../../test/routing/topologies.ts";
import { everythingUp } from "../model/situation.ts";
import { solveSessions } from "./solve-sessions.ts";

it("solves two hundred hubs with fifty spokes each, joined in pairs, in the time of a few", () => {
  const hubs = Array.from({ length: 200 }, (_, hub) => ({
    hub,
    instances: [0, 1].map((instance) => ({
      id: `hub${hub}#${instance}`,
      address: `10.${hub}.255.${4 + instance}`,
    })),
  }));
  const parts = hubs.flatMap(({ hub, instances }) => [
    ...vpnGateway(
      instances,
      Array.from({ length: 51 }, (_, spoke) => `10.${hub}.${spoke}.0/24`),
      [`192.168.${hub}.1/32`],
    ),
    ...device(
      `site${hub}`,
      `192.168.${hub}.1`,
      65_001,
      `172.16.${hub}.0/24`,
      instances.map((instance) => ({ instance })),
    ),
  ]);
  const pairs = hubs
    .filter(({ hub }) => hub % 2 === 0)
    .flatMap(({ hub, instances }) =>
      instances.flatMap((a) =>
        (hubs[hub + 1]?.instances ?? []).map((b) => session(betweenHubs(a.id), betweenHubs(b.id))),
      ),
    );

  const topology = topologyOf([...parts, ...pairs]);
  const start = performance.now();
  const { ribs } = solveSessions(topology, everythingUp);

  // It takes half a second on a machine that does nothing else: this says that it does not take minutes.
  expect(performance.now() - start).toBeLessThan(15_000);
  expect(
    ribs
      .get("hub0#0")
      ?.routes.get("10.1.7.0/24")
      ?.map(({ neighbor }) => neighbor),
  ).toEqual(["hub1#0", "hub1#1"]);
  expect(ribs.get("hub0#0")?.routes.has("10.2.7.0/24")).toBe(false);
});

function betweenHubs(node: string): EndSaid {
  return {
    node,
    learns: { tag: "branch", weight: 32_768, acceptsOwnAsn: true },
    sends: { tags: ["network", "static", "branch"] },
  };
}
