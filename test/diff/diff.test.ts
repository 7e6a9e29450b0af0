import { expect, it } from "vitest";
import { diff } from "../../src/diff.ts";
import type { Estate } from "../../src/model/estate.ts";
import { predict } from "../../src/predict.ts";
import { getsThrough } from "../../src/survive/island-failures.ts";
import { topologyEstate } from "../oracles/any-topology-estate.ts";
import { manySpokes } from "../survive/many-spokes.ts";

it("finds nothing between an estate and itself", () => {
  const estate = topologyEstate({ seed: 7 });

  const { added, removed, changed, gained, lost, repathed } = diff({ estate }, { estate });

  expect([added, removed, changed, gained, lost, repathed].flat()).toEqual([]);
});

it("counts the pairs that the prediction of both has", () => {
  for (let seed = 1; seed < 3; seed += 1) {
    const before = topologyEstate({ seed });
    const after = withoutEvery(before, 3);

    const found = diff({ estate: before }, { estate: after });

    const [old, now] = [throughPairs(before), throughPairs(after)];
    expect(found.pairs, `seed ${seed}`).toEqual({ before: old.size, after: now.size });
    const lost = [...old].filter(
      ([key, outcome]) => !now.has(key) || (outcome === "delivered" && now.get(key) !== outcome),
    );
    expect(sum(found.lost), `seed ${seed}`).toBe(lost.length);
  }
});

it("tells of a change in many like networks once", () => {
  const before = manySpokes(8);
  const after = without(
    before,
    (key) => /\/hub\/virtualnetworkpeerings\//.test(key) && !key.endsWith("spoke-0"),
  );

  const { lost, removed } = diff({ estate: before }, { estate: after });

  expect(removed).toHaveLength(7);
  expect(sum(lost)).toBeGreaterThan(0);
  expect(lost.every(({ from, to }) => from.networks.length === 7 || to.networks.length === 7)).toBe(true);
  expect(lost.length).toBeLessThan(10);
});

it("takes another name for another thing, and tells no secret", () => {
  const before = manySpokes(1);
  const [key, resource] = [...before.resources].find(([id]) => id.includes("/connections/")) ?? [];
  if (key === undefined || resource === undefined) throw new Error("There is no connection.");
  const changed = (sharedKey: string): Estate => ({
    ...before,
    resources: new Map(before.resources).set(key, {
      ...resource,
      properties: { ...resource.properties, sharedKey },
    }),
    sites: before.sites.map((site) => ({ ...site, name: "rotterdam" })),
  });

  const found = diff({ estate: before }, { estate: changed("hunter2") });

  expect(found.added.map(({ id }) => id)).toEqual(["site/rotterdam"]);
  expect(found.removed.map(({ id }) => id)).toEqual(["site/amsterdam"]);
  expect(found.changed).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain("hunter2");
});

function withServer(connection: string): Estate {
  const estate = manySpokes(1);
  const [resource] = estate.resources.values();
  if (!resource) throw new Error("There is no resource.");
  const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers/orders";
  const server = {
    ...resource,
    id,
    type: "Microsoft.Sql/servers",
    name: "orders",
    properties: { connection },
  };
  return { ...estate, resources: new Map(estate.resources).set(id.toLowerCase(), server) };
}

it("tells no values of what is no part of a network", () => {
  const { changed } = diff(
    { estate: withServer("Server=a;Password=one") },
    { estate: withServer("Server=a;Password=two") },
  );

  expect(changed.map(({ properties }) => properties.map(({ path }) => path))).toEqual([
    ["properties.connection"],
  ]);
  expect(JSON.stringify(changed)).not.toContain("Password");
});

it("says by how much the price changes where both are known", () => {
  const estate = manySpokes(1);
  const monthly = (amount: number, currency: string) => ({
    estate,
    monthly: { amount, currency, atLeast: false },
  });

  expect(diff(monthly(10, "USD"), monthly(12.5, "USD")).price.amount).toBe(2.5);
  expect(diff(monthly(10, "USD"), monthly(12.5, "EUR")).price.amount).toBeUndefined();
  expect(diff({ estate }, monthly(12.5, "EUR")).price.amount).toBeUndefined();
});

function throughPairs(estate: Estate): ReadonlyMap<string, string> {
  const pairs = [...predict(estate).reach().pairs()];
  return new Map(
    pairs
      .filter(({ from, to, outcome }) => from !== to && getsThrough(outcome))
      .map(({ from, to, outcome }) => [`${from} ${to}`, outcome]),
  );
}

function withoutEvery(estate: Estate, nth: number): Estate {
  const peerings = [...estate.resources.keys()].filter((key) => key.includes("/virtualnetworkpeerings/"));
  const gone = new Set(peerings.filter((_, index) => index % nth === 0));
  return without(estate, (key) => gone.has(key));
}

function without(estate: Estate, isGone: (key: string) => boolean): Estate {
  return { ...estate, resources: new Map([...estate.resources].filter(([key]) => !isGone(key))) };
}

function sum(groups: readonly { readonly pairs: number }[]): number {
  return groups.reduce((total, { pairs }) => total + pairs, 0);
}
