import { expect, it } from "vitest";
import type { Estate } from "../../src/model/estate.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import type { Topology } from "../../src/model/topology.ts";
import { readEstate } from "../../src/readers/estate/read-estate.ts";
import { writeEstate } from "../../src/readers/estate/write-estate.ts";
import { readDocument } from "../../src/source/index.ts";
import { failingElements } from "../../src/survive/elements.ts";
import { createIslandFailures, type IslandFailures } from "../../src/survive/island-failures.ts";
import { shapeOf } from "../../src/survive/island-shape.ts";
import { islandsOf } from "../../src/survive/islands.ts";
import { failuresOf } from "../../src/survive/like-islands.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { topologyEstate } from "../oracles/any-topology-estate.ts";

/** `TWINS=300` for a long run, and `TWINS_FROM` for another beginning. */
const count = Number(process.env["TWINS"] ?? 4);
const first = Number(process.env["TWINS_FROM"] ?? 1);

it(
  "lets an island tell of another what that says of itself",
  () => {
    let alike = 0;
    for (let seed = first; seed < first + count; seed += 1) {
      const estate = topologyEstate({ seed });
      const [one, other] = [topologyOf(estate), topologyOf(elsewhere(estate, seed % 2 === 0))];
      const islands = islandsOf(both(one, other));
      const told = failuresOf(islands, 1);
      const texts = islands.map((island) => shapeOf(island)?.text);

      for (const [index, island] of islands.entries()) {
        const text = texts[index];
        if (text === undefined || texts.indexOf(text) === index) continue;
        alike += 1;
        const own = createIslandFailures(island, 1);
        const elements = failingElements(island.topology).filter((_, place) => place % 3 === seed % 3);
        for (const down of elements.map(({ id }) => new Set([id])))
          expect(saidOf(told[index], down), `seed ${seed}, ${[...down].join()}`).toEqual(saidOf(own, down));
      }
    }

    expect(alike).toBeGreaterThan(count / 2);
  },
  10_000 + count * 20_000,
);

/** Not all pairs are asked for, as of networks that nothing tells apart. */
function wanted(from: string, to: string): boolean {
  return (from.length + to.length) % 7 > 0;
}

function saidOf(failures: IslandFailures | undefined, down: ReadonlySet<string>) {
  return {
    homes: failures?.homes,
    through: [...(failures?.through(wanted) ?? [])].map(({ from, to }) => ({ from, to })),
    changes: failures?.fail(down, wanted),
  };
}

function topologyOf(estate: Estate): Topology {
  return buildTopology(indexEstate(estate));
}

/** The same estate under other names, and with other addresses where it is `moved`. */
function elsewhere(estate: Estate, moved: boolean): Estate {
  const { sites, p2sUsers, providerRouters } = estate;
  let text = JSON.stringify(writeEstate(estate, "estate.json")).replaceAll(
    /\/resourceGroups\//gi,
    "/resourceGroups/other-",
  );
  for (const { name } of [...sites, ...p2sUsers, ...providerRouters])
    text = text.replaceAll(`"${name}"`, `"other-${name}"`);
  if (moved)
    text = text.replaceAll(
      /\b10\.(\d+)\.(\d+\.\d+)\b(?!\/[89]\b)/g,
      (whole: string, second: string, rest: string) =>
        Number(second) < 100 ? `10.${Number(second) + 100}.${rest}` : whole,
    );
  return readEstate(readDocument("estate.json", text)).estate;
}

function both(one: Topology, other: Topology): Topology {
  return {
    nodes: new Map([...one.nodes, ...other.nodes]),
    tables: new Map([...one.tables, ...other.tables]),
    links: new Map([...one.links, ...other.links]),
    sessions: new Map([...one.sessions, ...other.sessions]),
    filters: new Map([...one.filters, ...other.filters]),
    gaps: [...one.gaps, ...other.gaps],
  };
}
