import fc from "fast-check";
import { expect, it } from "vitest";
import { connectionKinds } from "../../src/connections/index.ts";
import { formatPrefix } from "../../src/ip/index.ts";
import type { AddressPlan, PlannedRange } from "../../src/model/address-plan.ts";
import type { Intent } from "../../src/model/intent.ts";
import { emptyLock, type Lock } from "../../src/model/lock.ts";
import { planAddresses } from "../../src/planning/addresses/plan-addresses.ts";
import { nextLock } from "../../src/planning/next-lock.ts";
import { readIntent } from "../../src/readers/intent/read-intent.ts";
import { readLock } from "../../src/readers/lock/read-lock.ts";
import { writeLock } from "../../src/readers/lock/write-lock.ts";
import { readDocument } from "../../src/source/index.ts";
import {
  claimedRanges,
  faultsOf,
  firstFit,
  onlyPlanned,
  plannedRanges,
  poolsOf,
} from "../oracles/addresses.ts";
import { anyFixedRange, anyIntent, anyPlannedNetwork, type IntentText } from "../oracles/intents.ts";
import { containsByRange, overlapsByRange } from "../oracles/ip.ts";

const LOCK = "network.lock.json";

function read(text: IntentText): Intent {
  const { intent, diagnostics } = readIntent(
    readDocument("network.json", JSON.stringify(text)),
    connectionKinds.map(({ name }) => name),
  );
  expect(diagnostics).toEqual([]);
  if (!intent) throw new Error("the test wrote no intent");
  return intent;
}

function plan(text: IntentText, lock: Lock = emptyLock(LOCK)) {
  const intent = read(text);
  const { plan: addresses, diagnostics } = planAddresses(intent, lock, false);
  return {
    intent,
    addresses,
    diagnostics,
    lock: nextLock(lock, addresses, [], { hosts: new Map(), facilities: [] }),
  };
}

function texts(ranges: readonly PlannedRange[]): string {
  return ranges
    .map(({ prefix }) => formatPrefix(prefix))
    .sort()
    .join(" ");
}

/** What each network and subnet has, whatever their order. */
function rangesByName(plan: AddressPlan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    plan.networks.flatMap(({ network, addressSpace, subnets }) => [
      [network.name, texts(addressSpace)],
      ...subnets.map(({ name, addressPrefixes }) => [`${network.name}/${name}`, texts(addressPrefixes)]),
    ]),
  );
}

function shuffled<T>(record: Readonly<Record<string, T>>, seed: number): Record<string, T> {
  const order = (text: string) =>
    Array.from(text).reduce((sum, char) => (sum * 31 + char.charCodeAt(0) + seed) % 10_007, seed);
  return Object.fromEntries(
    Object.entries(record).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1)),
  );
}

it("planned ranges keep clear of everything else, in their pools, of the right size", () => {
  fc.assert(
    fc.property(anyIntent, (text) => {
      const { intent, addresses } = plan(text);

      expect(faultsOf(addresses, intent)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it("what is fixed or exists stays as it is written", () => {
  fc.assert(
    fc.property(anyIntent, (text) => {
      const { addresses } = plan(text);

      for (const { network, addressSpace } of addresses.networks) {
        const given = addressSpace
          .filter(({ from }) => from === "given")
          .map(({ prefix }) => formatPrefix(prefix));
        expect(given).toEqual(text.virtualNetworks[network.name]?.addressSpace ?? []);
        if (network.existing !== undefined) expect(onlyPlanned(addressSpace)).toEqual([]);
      }
    }),
  );
});

it("the order of networks, subnets, sites and ranges in the file changes nothing", () => {
  fc.assert(
    fc.property(anyIntent, fc.nat(1000), (text, seed) => {
      const virtualNetworks = Object.fromEntries(
        Object.entries(shuffled(text.virtualNetworks, seed)).map(([name, network]) => [
          name,
          network.subnets ? { ...network, subnets: shuffled(network.subnets, seed + 1) } : network,
        ]),
      );

      const other = plan({ ...text, virtualNetworks });

      const here = plan(text);
      expect(rangesByName(other.addresses)).toEqual(rangesByName(here.addresses));
      expect(writeLock(other.lock)).toEqual(writeLock(here.lock));
    }),
    { numRuns: 100 },
  );
});

it("with the lock of the last run, what remains in the file never moves", () => {
  const anyChange = fc.record({
    removed: fc.array(fc.nat(11), { maxLength: 4 }),
    added: fc.array(anyPlannedNetwork, { maxLength: 4 }),
    seed: fc.nat(1000),
  });
  fc.assert(
    fc.property(anyIntent, fc.array(anyChange, { minLength: 1, maxLength: 3 }), (first, changes) => {
      let text = first;
      let { addresses, lock } = plan(text);
      for (const [run, { removed, added, seed }] of changes.entries()) {
        const stay = Object.entries(text.virtualNetworks).filter((_, index) => !removed.includes(index));
        const come = added.map((network, index) => [`aaa-${run}-${index}`, network] as const);
        text = { ...text, virtualNetworks: shuffled(Object.fromEntries([...come, ...stay]), seed) };

        const next = plan(text, lock);

        const before = rangesByName(addresses);
        const after = rangesByName(next.addresses);
        for (const [name, ranges] of Object.entries(before)) {
          // What found no room before may have found some since.
          if (name in after) expect(`${name} ${after[name]} `).toContain(ranges);
        }
        expect(faultsOf(next.addresses, next.intent)).toEqual([]);
        ({ addresses, lock } = next);
      }
    }),
    { numRuns: 100 },
  );
});

it("a new subnet moves no other subnet", () => {
  fc.assert(
    fc.property(anyIntent, (text) => {
      const { addresses, lock } = plan(text);
      const virtualNetworks = Object.fromEntries(
        Object.entries(text.virtualNetworks).map(([name, network]) => [
          name,
          { ...network, subnets: { "aaa-new": "/29", ...network.subnets } },
        ]),
      );

      const after = rangesByName(plan({ ...text, virtualNetworks }, lock).addresses);

      for (const [name, ranges] of Object.entries(rangesByName(addresses))) {
        // A network that is too full for one more subnet is reported, and has no ranges until a person decides.
        const [network = ""] = name.split("/");
        if (after[network] !== "") expect(`${name} ${after[name]}`).toContain(ranges);
      }
    }),
  );
});

it("a second run with the lock of the first changes nothing", () => {
  fc.assert(
    fc.property(anyIntent, (text) => {
      const first = plan(text);

      const second = plan(text, first.lock);

      expect(writeLock(second.lock)).toEqual(writeLock(first.lock));
      expect(rangesByName(second.addresses)).toEqual(rangesByName(first.addresses));
      expect(second.diagnostics).toEqual(first.diagnostics);
    }),
  );
});

it("a lock that is written and read again is the same lock", () => {
  fc.assert(
    fc.property(anyIntent, (text) => {
      const { lock } = plan(text);

      const { lock: again, diagnostics } = readLock(readDocument(LOCK, JSON.stringify(writeLock(lock))));

      expect(diagnostics).toEqual([]);
      expect(writeLock(again)).toEqual(writeLock(lock));
    }),
  );
});

it("a network that the definition finds room for is never refused, and one that it does not is", () => {
  fc.assert(
    fc.property(
      anyIntent,
      anyPlannedNetwork,
      fc.integer({ min: 21, max: 28 }),
      (text, { region }, length) => {
        const { addresses, lock } = plan(text);
        const one = { region, size: `/${length}` };
        const next = plan({ ...text, virtualNetworks: { ...text.virtualNetworks, "aaa-new": one } }, lock);

        const pools = poolsOf(next.intent, region).map((pool) => pool.prefix);
        const ipv4 = pools.filter(({ family }) => family === 4);
        const room = firstFit(ipv4, [...claimedRanges(next.intent), ...plannedRanges(addresses)], length);

        const got =
          next.addresses.networks.find(({ network }) => network.name === "aaa-new")?.addressSpace ?? [];
        expect(got.length > 0).toBe(room !== undefined);
      },
    ),
    { numRuns: 150 },
  );
});

it("a region is told by its blocks, and no block is another region's, while the pool has room", () => {
  const anyRoomy = fc.record({
    networks: fc.array(anyPlannedNetwork, { maxLength: 12 }),
    fixed: fc.array(anyFixedRange, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(anyRoomy, ({ networks, fixed }) => {
      const planned = networks.map((network, index) => [`planned-${index}`, network] as const);
      const given = fixed.map(
        (range, index) => [`fixed-${index}`, { region: "westeurope", addressSpace: [range] }] as const,
      );
      const { addresses } = plan({
        name: "roomy",
        addressSpace: ["10.0.0.0/8", "fd00:64::/40"],
        virtualNetworks: Object.fromEntries([...planned, ...given]),
      });

      for (const { network, addressSpace } of addresses.networks) {
        const own = addresses.regionBlocks.filter((block) => block.region === network.region);
        for (const range of onlyPlanned(addressSpace)) {
          expect(own.some((block) => containsByRange(block.prefix, range))).toBe(true);
        }
      }
      const { regionBlocks: blocks } = addresses;
      for (const [index, a] of blocks.entries()) {
        for (const b of blocks.slice(index + 1)) expect(overlapsByRange(a.prefix, b.prefix)).toBe(false);
      }
    }),
  );
});
