import { type Prediction, predict } from "../../predict.ts";
import {
  allRoutes,
  type CollectedRoutes,
  type RoutesOfTable,
  routePlaces,
  routesAt,
} from "../collect-routes.ts";
import type { Context } from "../command-context.ts";
import { compareRoutes } from "../compare-routes.ts";
import { comparedText } from "../compared-text.ts";
import { exitCode } from "../exit-code.ts";
import { findDown } from "../find-down.ts";
import { findPlace } from "../find-place.ts";
import { type GapsShown, gapsShown } from "../gaps-shown.ts";
import { inputAndName } from "../input-and-name.ts";
import { loadEstate } from "../load-estate.ts";
import type { InputGiven } from "../load-input.ts";
import { styleFor } from "../paint.ts";
import type { Place } from "../places.ts";
import { readRecordedRoutes } from "../read-recorded-routes.ts";
import { comparedAnswer, routesAnswer } from "../routes-answer.ts";
import { gapLines, routesText } from "../routes-text.ts";
import { UserError } from "../user-error.ts";

export interface RoutesFlags extends InputGiven {
  readonly down?: readonly string[];
  readonly against?: string;
  readonly format: "text" | "json";
}

/** The routes that Azure would show of one place, or of all; with `--against` held against those that it did show. */
export function routes(context: Context, flags: RoutesFlags, first?: string, second?: string): void {
  const [input, where] = inputAndName(first, second);
  const recorded = flags.against === undefined ? undefined : readRecordedRoutes(flags.against);
  const loaded = loadEstate(context, input, flags.format, flags);
  if (!loaded) return;

  const prediction = predict(loaded.estate, findDown(loaded, flags.down ?? []));
  const place =
    where === undefined ? undefined : findPlace(where, routePlaces(prediction, loaded.estate), loaded);
  const found = place ? routesAt(place, prediction, loaded.estate) : allRoutes(prediction, loaded.estate);
  const gaps = withUndecided(
    gapsShown(prediction.gaps, place && idsAround(place, prediction)),
    place,
    prediction,
  );
  const asked = { where: place?.name, situation: prediction.situation, ...gaps };
  // Of a virtual network there are as many tables as its subnets differ.
  const isOne = place !== undefined && prediction.topology.nodes.get(place.id)?.role !== "virtualNetwork";

  if (recorded) {
    const table = oneTable(found, isOne);
    const compared = compareRoutes(table.rows, recorded);
    const { missing, surplus, differing } = compared;
    if (missing.length + surplus.length + differing.length > 0) context.process.exitCode = exitCode.findings;
    print(context, flags, comparedAnswer(compared, table, asked), (style) =>
      comparedText(compared, flags.against ?? "", style),
    );
    return;
  }
  print(context, flags, routesAnswer(found, asked, isOne), (style) => [
    ...routesText(found, isOne, style),
    ...gapLines(gaps, style),
  ]);
}

function oneTable({ tables }: CollectedRoutes, isOne: boolean): RoutesOfTable {
  const [table] = tables;
  if (table && isOne) return table;
  throw new UserError(
    "--against takes the routes of one subnet or network interface.",
    "Name it behind the file: isthmus routes network.yaml orders/web --against nic.json",
  );
}

/** What stands around a place, so that what is said of its network, its gateway or its peers is said of it too. */
function idsAround({ id }: Place, prediction: Prediction): ReadonlySet<string> {
  const node = prediction.topology.nodes.get(id);
  const table = prediction.tableOf(id);
  const layers = table?.layers.map((layer) =>
    layer.id.replace(/\/(routes|gatewayroutes|table|learned)$/, ""),
  );
  const peers = prediction.advertisedRoutesOf(id).map(({ peer }) => peer);
  const around = [id, node?.within, table?.id, ...(layers ?? []), ...peers].filter(
    (one) => one !== undefined,
  );
  return new Set(around.flatMap((one) => [one, one.replace(/#.*$/, "")]));
}

/** Why rows of a place's table may not be what decides. */
function withUndecided(gaps: GapsShown, place: Place | undefined, prediction: Prediction): GapsShown {
  const layers = place === undefined ? undefined : prediction.tableOf(place.id)?.layers;
  const reasons = (layers ?? []).flatMap(({ rows }) => rows.flatMap(({ undecided }) => undecided ?? []));
  return { ...gaps, notModelled: [...new Set([...gaps.notModelled, ...reasons])] };
}

function print(
  { process: { stdout } }: Context,
  { format }: Pick<RoutesFlags, "format">,
  answer: object,
  text: (style: ReturnType<typeof styleFor>) => readonly string[],
): void {
  if (format === "json") stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  else stdout.write(`${text(styleFor(stdout)).join("\n")}\n`);
}
