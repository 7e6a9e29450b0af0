/** Problems of up to 6 networks and 3 sites, with prices that know nothing of each other or rise with what is asked. */
import fc from "fast-check";
import type { Refusal } from "../../src/model/connection-kind.ts";
import type {
  AllowedPeering,
  GatewayDemand,
  GatewayPrice,
  HostNetwork,
  HostProblem,
} from "../../src/planning/gateway-hosts/host-problem.ts";

const NAMES = ["a", "b", "c", "d", "e", "f"];

const refusal: Refusal = { because: "No size is enough.", waysOut: [] };

/** Few and round, so that ties are common; some only in binary not. */
const monthly = fc.constantFrom(0, 0.1, 0.2, 0.3, 10, 10, 20, 30, 130.7, 365);

/** Holds for any prices: with more, it may cost less. */
export const anyHostProblem: fc.Arbitrary<HostProblem> = fc
  .record({ shape: anyShape(), salt: fc.nat(), refuses: fc.nat(6), unknown: fc.nat(4) })
  .map(({ shape, salt, refuses, unknown }) => ({
    ...shape,
    priceOf(host, demands) {
      const hash = hashOf(`${salt} ${host} ${demands.map(({ id }) => id).join()}`);
      if (hash % 20 < refuses) return refusal;
      const isKnown = Math.floor(hash / 20) % 20 >= unknown;
      const gateways = 1 + (Math.floor(hash / 400) % 2);
      return { isKnown, gateways, ...(isKnown ? { monthly: (Math.floor(hash / 800) % 5) * 10 } : {}) };
    },
  }));

/** As gateways are: steps of a ladder, dearer the higher, and demands that no gateway serves together. */
export const risingHostProblem: fc.Arbitrary<HostProblem> = fc
  .record({
    shape: anyShape(),
    ladders: fc.array(anyLadder(), { minLength: NAMES.length, maxLength: NAMES.length }),
    loads: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 18, maxLength: 18 }),
    enemies: fc.array(fc.tuple(fc.nat(17), fc.nat(17)), { maxLength: 4 }),
  })
  .map(({ shape, ladders, loads, enemies }) => {
    const places = new Map(shape.demands.map(({ id }) => [id, idsOfAll.indexOf(id)]));
    const priceOf = (host: string, demands: readonly GatewayDemand[]): GatewayPrice | Refusal => {
      const present = new Set(demands.map(({ id }) => places.get(id) ?? -1));
      if (enemies.some(([a, b]) => a !== b && present.has(a) && present.has(b))) return refusal;
      const load = [...present].reduce((sum, place) => sum + (loads[place] ?? 1), 0);
      const ladder = ladders[NAMES.indexOf(host)] ?? [];
      const step = ladder.find(({ upTo }) => load <= upTo);
      return step ? step.price : refusal;
    };
    return { ...shape, priceOf };
  });

const idsOfAll = NAMES.flatMap((name) => [1, 2, 3].map((site) => `${name} - site${site}`));

function anyShape(): fc.Arbitrary<Omit<HostProblem, "priceOf">> {
  const networks = fc
    .integer({ min: 1, max: NAMES.length })
    .chain((count) =>
      fc.tuple(...NAMES.slice(0, count).map((name) => anyNetwork(name, NAMES.slice(0, count)))),
    );
  return networks.chain((all) =>
    fc.record({
      networks: fc.constant(all),
      peerings: anyPeerings(all.map(({ name }) => name)),
      demands: anyDemands(all.map(({ name }) => name)),
    }),
  );
}

function anyNetwork(name: string, names: readonly string[]): fc.Arbitrary<HostNetwork> {
  const free: HostNetwork = { name };
  return fc.oneof(
    { weight: 14, arbitrary: fc.constant(free) },
    { weight: 1, arbitrary: fc.constant({ name, mustOwn: true }) },
    { weight: 3, arbitrary: fc.constant({ name, mayHost: false }) },
    { weight: 2, arbitrary: fc.constantFrom(...names).map((fixedHost) => ({ name, fixedHost })) },
  );
}

function anyPeerings(names: readonly string[]): fc.Arbitrary<AllowedPeering[]> {
  const price = fc.option(
    fc.oneof(
      { weight: 5, arbitrary: monthly.map((amount) => ({ monthly: amount, isKnown: true })) },
      { weight: 1, arbitrary: fc.constant({ isKnown: false }) },
    ),
    { nil: undefined },
  );
  const one = fc
    .record({ a: fc.constantFrom(...names), b: fc.constantFrom(...names), asked: fc.boolean(), price })
    .filter(({ a, b }) => a !== b)
    .map(
      ({ a, b, asked, price: cost }): AllowedPeering => ({
        between: [a, b],
        asked,
        ...(cost ? { price: cost } : {}),
      }),
    );
  return names.length < 2 ? fc.constant([]) : fc.array(one, { maxLength: 12 });
}

function anyDemands(names: readonly string[]): fc.Arbitrary<GatewayDemand[]> {
  const via = fc.option(fc.constantFrom(...names), { nil: undefined, freq: 8 });
  return fc.uniqueArray(
    fc.record({ network: fc.constantFrom(...names), site: fc.integer({ min: 1, max: 3 }), via }).map(
      ({ network, site, via: only }): GatewayDemand => ({
        id: `${network} - site${site}`,
        network,
        ...(only === undefined || site !== 3 ? {} : { via: only }),
      }),
    ),
    { selector: ({ id }) => id, maxLength: 9 },
  );
}

interface Step {
  readonly upTo: number;
  readonly price: GatewayPrice;
}

function anyLadder(): fc.Arbitrary<Step[]> {
  const step = fc.record({ more: fc.integer({ min: 1, max: 6 }), dearer: monthly, isKnown: fc.nat(9) });
  return fc.array(step, { minLength: 0, maxLength: 4 }).map((steps) => {
    let upTo = 0;
    let amount = 10;
    return steps.map(({ more, dearer, isKnown }, place): Step => {
      upTo += more;
      amount += dearer;
      const price = isKnown > 0 ? { monthly: amount, isKnown: true } : { isKnown: false };
      return { upTo, price: { ...price, gateways: place < 2 ? 1 : 2 } };
    });
  });
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}
