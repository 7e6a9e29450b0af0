import { join } from "node:path";
import { expect, it } from "vitest";
import type { Context } from "../../src/cli/command-context.ts";
import { routes } from "../../src/cli/commands/routes.ts";
import { type ComparedRoutes, compareRoutes } from "../../src/cli/compare-routes.ts";
import { readRecordedRoutes } from "../../src/cli/read-recorded-routes.ts";
import { predict } from "../../src/predict.ts";
import { scratch } from "../cli/isthmus.ts";
import { root } from "../source-files.ts";
import { grouped, type PrintedRow, type RecordedNic, recordedNics } from "./recorded-nics.ts";

const nics = recordedNics.map((recorded) => ({ ...recorded, name: `${recorded.nic}, ${recorded.state}` }));

function compared({ lab, nic, situation }: RecordedNic, printed: object): ComparedRoutes {
  const folder = scratch({ "nic.json": JSON.stringify(printed) });
  const key = [...lab.estate.resources.keys()].find((id) =>
    id.endsWith(`/networkinterfaces/${nic.toLowerCase()}`),
  );
  const predicted = predict(lab.estate, situation).effectiveRoutesOf(key ?? nic);
  return compareRoutes(predicted ?? [], readRecordedRoutes(join(folder, "nic.json")));
}

function differences({ missing, surplus, differing }: ComparedRoutes): readonly string[] {
  return [
    ...missing.map(({ addressPrefix }) => `missing ${addressPrefix}`),
    ...surplus.map(({ addressPrefix }) => `surplus ${addressPrefix}`),
    ...differing.map(({ recorded: { addressPrefix } }) => `differing ${addressPrefix}`),
  ];
}

it("there are recordings of both labs", () => {
  expect(new Set(nics.map(({ lab }) => lab.name)).size).toBe(2);
  expect(nics.flatMap(({ rows }) => rows).length).toBeGreaterThan(100);
});

it.each(nics)("$name: a row a route, a list of prefixes a row, and with value around", (recorded) => {
  const { rows } = recorded;
  const once = compared(recorded, rows);

  expect(differences(once)).toEqual([]);
  expect(once.matched.length).toBe(new Set(rows.map(keyOf)).size);
  expect(grouped(rows).length).toBeLessThan(rows.length);
  expect(compared(recorded, grouped(rows))).toEqual(once);
  expect(compared(recorded, { nextLink: null, value: rows })).toEqual(once);
});

function keyOf(row: PrintedRow | undefined): string {
  return `${row?.source} ${row?.addressPrefix.join()}`;
}

/** What each kind of change comes to, of a prefix that has one row or several. */
const changes: readonly {
  readonly change: string;
  readonly of: (rows: readonly PrintedRow[], index: number) => readonly PrintedRow[];
  readonly told: (prefix: string, several: boolean) => readonly string[];
}[] = [
  {
    change: "removed",
    of: (rows, index) => rows.filter((_, at) => at !== index),
    told: (prefix, several) => [several ? `differing ${prefix}` : `surplus ${prefix}`],
  },
  {
    change: "of the other state",
    of: (rows, index) =>
      changed(rows, index, (row) => ({ ...row, state: row.state === "Active" ? "Invalid" : "Active" })),
    told: (prefix, several) => [...(several ? [`missing ${prefix}`] : []), `differing ${prefix}`],
  },
  {
    change: "of another next hop type",
    of: (rows, index) => changed(rows, index, (row) => ({ ...row, nextHopType: "HyperNetGateway" })),
    told: (prefix, several) => [...(several ? [`missing ${prefix}`] : []), `differing ${prefix}`],
  },
  {
    change: "of another next hop",
    of: (rows, index) => changed(rows, index, (row) => ({ ...row, nextHopIpAddress: ["198.51.100.77"] })),
    told: (prefix) => [`differing ${prefix}`],
  },
  {
    change: "added",
    of: (rows, index) => [
      ...rows,
      ...rows.slice(index, index + 1).map((row) => ({ ...row, addressPrefix: ["198.18.0.0/15"] })),
    ],
    told: () => ["missing 198.18.0.0/15"],
  },
  {
    change: "of another source",
    of: (rows, index) => changed(rows, index, (row) => ({ ...row, source: "Unknown" })),
    told: (prefix, several) => [`missing ${prefix}`, several ? `differing ${prefix}` : `surplus ${prefix}`],
  },
];

function changed(
  rows: readonly PrintedRow[],
  index: number,
  change: (row: PrintedRow) => PrintedRow,
): readonly PrintedRow[] {
  return rows.map((row, at) => (at === index ? change(row) : row));
}

it.each(nics.flatMap((recorded) => changes.map((one) => ({ ...one, name: recorded.name, recorded }))))(
  "$name: a row that is $change is told, whichever it is",
  ({ recorded, of, told }) => {
    const { rows } = recorded;
    // Where a file has no such row, none is compared; so the last of its kind cannot be missed.
    const indexes = rows.flatMap(({ source, nextHopType }, index) =>
      source === "Default" && nextHopType === "None" ? [] : [index],
    );

    for (const index of indexes) {
      const prefix = rows[index]?.addressPrefix.join() ?? "";
      const several = rows.filter((row) => keyOf(row) === keyOf(rows[index])).length > 1;

      expect(differences(compared(recorded, of(rows, index)))).toEqual(told(prefix, several));
    }
  },
);

const states = nics.filter(
  ({ lab, state }, index) => nics.findIndex((one) => one.lab === lab && one.state === state) === index,
);

it.each(states)("the command agrees: $name", (recorded) => {
  const run = against(recorded, recorded.rows);

  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^(\d+) of \1 rows matched; 0 missing, 0 differing, 0 surplus\.$/m);
});

it.each(changes)("the command ends with 1 where a row is $change", ({ of }) => {
  const [recorded] = nics;
  if (!recorded) throw new Error("there is no recording");

  const { code, stdout } = against(recorded, of(recorded.rows, 0));

  expect(code).toBe(1);
  expect(stdout).toMatch(/ [1-9]\d* (missing|differing|surplus)[,.]/);
});

/** The command itself, on streams that remember. */
function against({ lab, nic, situation }: RecordedNic, printed: object) {
  const folder = scratch({ "nic.json": JSON.stringify(printed) });
  const written = { stdout: "", stderr: "" };
  const streamOf = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const process: Context["process"] = { stdout: streamOf("stdout"), stderr: streamOf("stderr"), env: {} };
  const estate = join(root, "test/fidelity/recorded", `${lab.name}.estate.yaml`);
  routes(
    { process },
    { down: [...situation.down], against: join(folder, "nic.json"), format: "text" },
    estate,
    nic,
  );
  return { code: process.exitCode ?? 0, ...written };
}
