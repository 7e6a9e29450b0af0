import { formatRow } from "./format-row.ts";
import type { Result, TableResult } from "./run-case.ts";
import { added, nothing, type Score } from "./score.ts";

/** What `npm run fidelity` prints: a line a table, and below it every difference with its cause. */
export function formatResults(
  results: readonly Result[],
  { differences }: { readonly differences: boolean },
): string {
  const lines = results.flatMap((result) => [...formatResult(result, differences), ""]);
  return [...lines, ...formatTotals(results)].join("\n");
}

const HEADER = `${"table".padEnd(18)}recorded  exact           surplus  steady          surplus`;

function formatResult(
  { lab, state, tables, probes, remarks }: Result,
  differences: boolean,
): readonly string[] {
  const hits = probes.filter(({ hit }) => hit).length;
  return [
    `${lab}, ${state}`,
    HEADER,
    ...tables.map(({ table, exact, steady }) => formatLine(table, exact, steady)),
    ...(probes.length === 0
      ? []
      : [
          `${"traces and pings".padEnd(18)}${String(probes.length).padStart(8)}  ${figure(hits, probes.length)}`,
        ]),
    ...remarks.map((remark) => `  remark: ${remark}`),
    ...(differences ? tables.flatMap(formatDifferences) : []),
    ...(differences
      ? probes
          .filter(({ hit }) => !hit)
          .map(
            ({ probe, reached, because }) =>
              `  ${probe.what} ${probe.from} > ${probe.to}: recorded ${told(probe.reached)}, predicted ${told(reached)} (${because})`,
          )
      : []),
  ];
}

function told(reached: boolean | undefined): string {
  if (reached === undefined) return "nothing";
  return reached ? "reached" : "not reached";
}

function formatLine(name: string, exact: Score, steady: Score): string {
  return [
    name.padEnd(18),
    String(exact.recorded).padStart(8),
    "  ",
    figure(exact.matched, exact.recorded).padEnd(16),
    String(exact.surplus).padStart(7),
    "  ",
    figure(steady.matched, steady.recorded).padEnd(16),
    String(steady.surplus).padStart(7),
  ].join("");
}

function figure(matched: number, recorded: number): string {
  // Cut, not rounded: 100 % is only what is wholly right.
  const share = recorded === 0 ? 1 : matched / recorded;
  return `${matched}/${recorded} ${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

function formatDifferences({ table, differences }: TableResult): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { owner, cause, side, row } of differences) {
    const key = `  ${table} of ${owner}: ${cause}`;
    const line = `    ${side === "recorded" ? "-" : "+"} ${formatRow(row)}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].flatMap(([key, lines]) => [key, ...lines]);
}

function formatTotals(results: readonly Result[]): readonly string[] {
  const totals = new Map<string, readonly [Score, Score]>();
  for (const { table, exact, steady } of results.flatMap(({ tables }) => tables)) {
    const [a, b] = totals.get(table) ?? [nothing, nothing];
    totals.set(table, [added(a, exact), added(b, steady)]);
  }
  const all = [...totals.values()].reduce(
    ([a, b], [exact, steady]) => [added(a, exact), added(b, steady)] as const,
    [nothing, nothing] as const,
  );
  const probes = results.flatMap((result) => result.probes);
  const hits = probes.filter(({ hit }) => hit).length;
  return [
    "all",
    HEADER,
    ...[...totals].map(([table, [exact, steady]]) => formatLine(table, exact, steady)),
    formatLine("every table", ...all),
    `${"traces and pings".padEnd(18)}${String(probes.length).padStart(8)}  ${figure(hits, probes.length)}`,
    ...formatCauses(results),
  ];
}

function formatCauses(results: readonly Result[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { cause } of results.flatMap(({ tables }) => tables.flatMap(({ differences }) => differences))) {
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [
    "rows that differ, by cause",
    ...[...counts].map(([cause, count]) => `${String(count).padStart(5)}  ${cause}`),
  ];
}
