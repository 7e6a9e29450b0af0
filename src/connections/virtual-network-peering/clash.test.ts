import fc from "fast-check";
import { expect, it } from "vitest";
import { overlaps } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import { emptyEstate } from "../../model/estate.ts";
import { type EstateIndex, indexEstate } from "../../model/estate-index.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { allVirtualNetworks } from "../../model/virtual-network.ts";
import { clashesAmongPeers } from "./clash.ts";

const NETWORKS = 7;
const anyRange = fc
  .record({ base: fc.nat(15), length: fc.integer({ min: 20, max: 24 }) })
  .map(({ base, length }) => `10.0.${base - (base % 2 ** (24 - length))}.0/${length}`);
const anyEstate = fc
  .record({
    spaces: fc.array(fc.array(anyRange, { maxLength: 3 }), { minLength: NETWORKS, maxLength: NETWORKS }),
    halves: fc.array(fc.tuple(fc.nat(NETWORKS - 1), fc.nat(NETWORKS - 1)), { maxLength: 14 }),
  })
  .map(({ spaces, halves }) => estateOf(spaces, halves));

it("finds the pairs of networks that a comparison of each with each finds", () => {
  fc.assert(
    fc.property(anyEstate, (estate) => {
      const found = [...clashesAmongPeers(estate)].flatMap(({ network, networks }) =>
        [...networks].map((other) => pairOf(network.name, other.name)),
      );

      expect([...new Set(found)].sort()).toEqual(clashesByComparison(estate));
    }),
  );
});

it("reports a range once, however many it overlaps and wherever they meet", () => {
  fc.assert(
    fc.property(anyEstate, (estate) => {
      const places = [...clashesAmongPeers(estate)].map(({ range }) => range.origin.path.join("/"));

      expect(new Set(places).size).toBe(places.length);
    }),
  );
});

/** The definition, spelled out: two networks with a peer in common, not peered themselves, and a range in common. */
function clashesByComparison(estate: EstateIndex): string[] {
  const networks = allVirtualNetworks(estate);
  const arePeered = (a: string, b: string) =>
    estate
      .all("Microsoft.Network/virtualNetworks/virtualNetworkPeerings")
      .some(({ name }) => name === `${a}-${b}` || name === `${b}-${a}`);

  const pairs = networks.flatMap((a) =>
    networks
      .filter((b) => a.name < b.name && !arePeered(a.name, b.name))
      .filter((b) => networks.some((hub) => arePeered(a.name, hub.name) && arePeered(b.name, hub.name)))
      .filter((b) => {
        const others = b.addressSpace.filter(isValid);
        return a.addressSpace
          .filter(isValid)
          .some((one) => others.some((x) => overlaps(one.prefix, x.prefix)));
      })
      .map((b) => pairOf(a.name, b.name)),
  );
  return pairs.sort();
}

function pairOf(a: string, b: string): string {
  return [a, b].sort().join(" ");
}

function estateOf(spaces: readonly string[][], halves: readonly (readonly [number, number])[]): EstateIndex {
  const root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks";
  const networks = spaces.map((addressPrefixes, index) => ({
    id: `${root}/n${index}`,
    type: "Microsoft.Network/virtualNetworks",
    name: `n${index}`,
    properties: { addressSpace: { addressPrefixes } },
  }));
  const peerings = halves
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => ({
      id: `${root}/n${from}/virtualNetworkPeerings/n${from}-n${to}`,
      type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
      name: `n${from}-n${to}`,
      properties: { remoteVirtualNetwork: { id: `${root}/n${to}` } },
    }));
  const resources = [...networks, ...peerings].map((resource, index): [string, Resource] => [
    keyOf(resource.id),
    { ...resource, origin: { file: "estate", path: [index] } },
  ]);
  return indexEstate({ ...emptyEstate, resources: new Map(resources) });
}
