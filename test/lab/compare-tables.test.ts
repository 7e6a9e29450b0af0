import { expect, it } from "vitest";
import { formatPrefix } from "../../src/ip/index.ts";
import { type ComparedTable, compareTables } from "../../src/lab/compare-tables.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { predict } from "../../src/predict.ts";
import { estateOf } from "../scenarios/scenario.ts";
import { type RunningLab, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;
const SCENARIO = "peering-lifecycle";

function wrongIn(tables: readonly ComparedTable[]): readonly string[] {
  return tables.flatMap(({ table, routes }) =>
    routes
      .filter(({ verdict }) => verdict === "differs")
      .map(({ prefix, predicted, inLab }) =>
        [
          table.replace(/^.*virtualnetworks\//, ""),
          formatPrefix(prefix),
          predicted?.length,
          inLab?.length,
        ].join(" "),
      ),
  );
}

/** A lab takes a second. */
it.skipIf(why)("finds a route that somebody has tampered with", { timeout: GENEROUS }, async () => {
  await withLab(SCENARIO, {}, async (lab) => {
    const { holder, plan } = lab;
    const prediction = predict(estateOf(SCENARIO, {}));
    const look = () => compareTables(holder, plan, prediction, 0);
    const place = placeWithRoutes(lab);

    const before = await look();
    await ip(lab, place.name, `route del ${place.prefix} table ${place.number}`);
    const without = await look();
    await ip(lab, place.name, `route add ${place.prefix} dev ${place.otherDevice} table ${place.number}`);
    const elsewhere = await look();
    await ip(lab, place.name, `route add 203.0.113.0/24 dev ${place.device} table ${place.number}`);
    const more = await look();

    expect(before.flatMap(({ routes }) => routes).length).toBeGreaterThan(3);
    expect(wrongIn(before)).toEqual([]);
    expect(wrongIn(without)).toEqual([`${place.table} ${place.prefix} 1 `]);
    expect(wrongIn(elsewhere)).toEqual([`${place.table} ${place.prefix} 1 1`]);
    expect(wrongIn(more)).toEqual([`${place.table} ${place.prefix} 1 1`, `${place.table} 203.0.113.0/24  1`]);
  });
});

async function ip({ holder }: RunningLab, namespace: string, line: string): Promise<void> {
  const { code, stderr } = await runInLab(holder, ["ip", "-n", namespace, ...line.split(" ")]);
  if (code !== 0) throw new Error(stderr);
}

/** Of the hub's first table the first two routes that lead to two places. */
function placeWithRoutes({ plan }: RunningLab) {
  for (const { name, ip: lines, lookups } of plan.namespaces)
    for (const [purpose, number] of Object.entries(lookups?.tables ?? {})) {
      const routes = lines.flatMap((line) => {
        const [, prefix, device, table] = /^route add (\S+) dev (\S+) table (\d+)$/.exec(line) ?? [];
        return prefix && device && table === String(number) ? [{ prefix, device }] : [];
      });
      const [first] = routes;
      const other = routes.find(({ device }) => device !== first?.device);
      if (purpose.startsWith("table ") && first && other)
        return {
          name,
          number,
          table: purpose.replace(/^.*virtualnetworks\//, ""),
          ...first,
          otherDevice: other.device,
        };
    }
  throw new Error("no table has two ways");
}
