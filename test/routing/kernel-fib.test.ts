import { describe, expect, it } from "vitest";
import {
  type Address,
  addressFamily,
  containsAddress,
  createPrefixTable,
  firstAddress,
  formatPrefix,
  lastAddress,
  type Prefix,
  parseAddress,
  parsePrefix,
  prefixOf,
} from "../../src/ip/index.ts";
import type { Estate } from "../../src/model/estate.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { everythingUp } from "../../src/model/situation.ts";
import { effectiveRoutes } from "../../src/routing/effective-routes.ts";
import { createLookup } from "../../src/routing/lookup.ts";
import { solveSessions } from "../../src/routing/solve-sessions.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { exampleNames, intentIn, lockIn, runExample } from "../examples/example.ts";
import { createDraw, type Draw } from "../oracles/any-topology/draw.ts";
import { topologyEstate } from "../oracles/any-topology-estate.ts";
import { askKernel, whyNotAsked } from "./kernel.ts";

const because = whyNotAsked();

/** A kernel has looked routes up for longer than anyone here: where it disagrees, we are wrong. */
describe.skipIf(because !== undefined)(`against the kernel${because ? `, skipped: ${because}` : ""}`, () => {
  it("finds the longest prefix as the kernel does", () => {
    const exams = [1, 2, 3].map((seed) => {
      const prefixes = randomPrefixes(createDraw(seed, "prefixes"), 1000);
      return {
        prefixes,
        addresses: [...edgesOf(prefixes), ...randomAddresses(createDraw(seed, "addresses"), 1000)],
      };
    });

    const kernel = askKernel(exams);

    for (const [index, { prefixes, addresses }] of exams.entries()) {
      const table = createPrefixTable(prefixes.map((prefix) => [prefix, formatPrefix(prefix)]));
      expect(addresses.map((address) => table.lookup(address)?.value)).toEqual(kernel[index]);
    }
  });

  it("sends packets as a kernel would that has the active rows of the effective routes", () => {
    const estates = [
      ...exampleNames.map((name) => runExample(intentIn(name), lockIn(name)).design.estate),
      ...[...Array(12).keys()].map((seed) => topologyEstate({ seed: 9000 + seed, size: 2 })),
    ];
    const exams = estates.flatMap(tablesOf);

    const kernel = askKernel(exams);

    for (const [index, { id, addresses, lookup }] of exams.entries())
      expect(addresses.map(lookup), id).toEqual(kernel[index]);
    expect(exams.length).toBeGreaterThan(100);
  }, 30_000);
});

/** Of subnets, each kind of table once. Those are left out whose rows win against longer ones: no kernel does that. */
function tablesOf(estate: Estate) {
  const topology = buildTopology(indexEstate(estate));
  const solved = solveSessions(topology, everythingUp);
  const lookups = createLookup(topology, solved, everythingUp);
  const seen = new Set<string>();
  return [...topology.nodes.values()].flatMap(({ role, table: id }) => {
    const table = id === undefined ? undefined : topology.tables.get(id);
    if (role !== "subnet" || !table || table.layers.some(({ final }) => final)) return [];
    const active = effectiveRoutes(table, solved, { in: { topology, situation: everythingUp } })
      .filter(({ state }) => state === "Active")
      .map(({ addressPrefix }) => addressPrefix);
    const prefixes = [...new Set(active)].map(mustPrefix);
    const key = prefixes.map(formatPrefix).toSorted().join();
    if (seen.has(key) || seen.size >= 12) return [];
    seen.add(key);
    const addresses = [...edgesOf(prefixes), ...randomAddresses(createDraw(prefixes.length, table.id), 30)];
    return {
      id: table.id,
      prefixes,
      addresses,
      lookup: (address: Address) => {
        const found = lookups.lookup(table.id, address);
        return found && formatPrefix(found.rows[0].row.prefix);
      },
    };
  });
}

function mustPrefix(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(`${text} is no prefix.`);
  return prefix;
}

/** Nested on purpose: half of them lie around an address that is already there. */
function randomPrefixes(draw: Draw, count: number): readonly Prefix[] {
  const prefixes = new Map<string, Prefix>();
  let around: readonly Address[] = randomAddresses(draw, 50);
  while (prefixes.size < count) {
    const [fresh] = randomAddresses(draw, 1);
    const address = draw.chance(0.5) || !fresh ? draw.pick(around) : fresh;
    const ipv4 = addressFamily(address) === 4;
    const prefix = prefixOf(address, ipv4 ? 4 + draw.below(29) : 7 + draw.below(122));
    if (!prefix || !isOrdinary(firstAddress(prefix)) || !isOrdinary(lastAddress(prefix))) continue;
    prefixes.set(formatPrefix(prefix), prefix);
    around = [...around.slice(-200), firstAddress(prefix), lastAddress(prefix)];
  }
  return [...prefixes.values()];
}

function randomAddresses(draw: Draw, count: number): readonly Address[] {
  const texts = Array.from({ length: count }, () =>
    draw.chance(0.75)
      ? [draw.pick([10, 10, 172, 192, 8, 100]), ...[0, 0, 0].map(() => draw.below(256))].join(".")
      : `fd00:${[draw.below(4), 0, draw.below(9), 0, 0, 0, draw.below(65_536)].map((group) => group.toString(16)).join(":")}`,
  );
  return texts.flatMap((text) => parseAddress(text) ?? []);
}

/** The first and the last of each, and the neighbours outside. */
function edgesOf(prefixes: readonly Prefix[]): readonly Address[] {
  return prefixes.flatMap((prefix) => [firstAddress(prefix), lastAddress(prefix)]).filter(isOrdinary);
}

/** The kernel treats some ranges in ways that no table says: its own, multicast, this network. */
const special = [
  "0.0.0.0/8",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "224.0.0.0/3",
  "::/8",
  "fe80::/10",
  "ff00::/8",
].map(mustPrefix);

function isOrdinary(address: Address): boolean {
  return !special.some((range) => containsAddress(range, address));
}
