import { visible } from "../../source/index.ts";
import { columns } from "../columns.ts";
import { count } from "../count.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { tracePaintFor } from "../paint.ts";
import { wrap } from "../wrap.ts";
import { type elementAnswer, isGap, KINDS, type SurviveAnswer } from "./survive-answer.ts";
import { nextHopWords } from "./tables-answer.ts";

type Element = ReturnType<typeof elementAnswer>;

/** While it goes on: what one failure did. */
export function progressLine(place: number, total: number, element: Element): string {
  const { name, kind, agree, differ, routes } = element;
  const wrongRoutes = routes.differ === 0 ? "" : `, ${count(routes.differ, "route")} not`;
  return `${place}/${total} ${KINDS[kind]} ${name}: ${agree} as predicted, ${differ} not${wrongRoutes}; ${silenceWords(element)}`;
}

export function surviveText(
  answer: SurviveAnswer,
  paint: ReturnType<typeof tracePaintFor>,
): readonly string[] {
  const { name, down, elements, gaps, mismatches } = answer;
  const fails = count(elements.length, "element");
  const total = `${name}: ${fails} failed one after the other, ${mismatches} not as predicted; ${count(gaps, "gap")}.`;
  const rows = elements.map((element) => [
    KINDS[element.kind],
    visible(element.name),
    String(element.reached),
    String(element.differ),
    String(element.routes.differ),
    silenceWords(element),
  ]);
  return [
    (mismatches === 0 ? paint.good : paint.bad)(total),
    ...(down.length === 0 ? [] : wrap(`Down all the time: ${down.join(", ")}.`)),
    ...wrap(timersWords(answer)),
    "",
    ...columns([
      ["Fails", "Name", "Pairs that answer", "Not as predicted", "Routes not", "Longest silence"],
      ...rows,
    ]),
    ...elements.flatMap((element) => differingLines(element, paint)),
  ];
}

function silenceWords({ watched, longestSilence }: Element): string {
  if (watched === 0) return "no pair that survives goes another way";
  if (!longestSilence) return "no pair that was watched answered";
  const { from, to, milliseconds } = longestSilence;
  const seconds = `${(milliseconds / 1000).toFixed(2)} s`;
  return isGap(longestSilence) ? `${seconds}, ${visible(from)} to ${visible(to)}` : `none above ${seconds}`;
}

/** Nobody shall take them for Azure's. */
function timersWords({ timers }: SurviveAnswer): string {
  const hold =
    timers === "fast"
      ? "fast timers (BGP waits 9 seconds)"
      : timers === "azure"
        ? "Azure's timers (BGP waits 180 seconds)"
        : "timers that are not known";
  return `Silences are this lab's, by a ping every 10 ms, with ${hold}; links that fail say so at once, in Azure a silent failure is noticed when the hold time is over.`;
}

function differingLines(element: Element, paint: ReturnType<typeof tracePaintFor>): readonly string[] {
  return [...pairLines(element, paint), ...routeLines(element, paint)];
}

function routeLines(
  { name, differingTables }: Element,
  { bold }: ReturnType<typeof tracePaintFor>,
): readonly string[] {
  return differingTables.flatMap((table) =>
    table.differing.flatMap(({ addressPrefix, predicted, inLab }) => [
      "",
      bold(visible(`${table.name}: ${addressPrefix}, while ${name} is down`)),
      ...wrap(visible(`predicted: ${nextHopWords(predicted)}`), "  ", "    "),
      ...wrap(visible(`in the lab: ${nextHopWords(inLab)}`), "  ", "    "),
    ]),
  );
}

function pairLines(
  { name, differing }: Element,
  { bold }: ReturnType<typeof tracePaintFor>,
): readonly string[] {
  return differing.flatMap(({ from, to, predicted, because, answers }) => [
    "",
    bold(visible(`${from} to ${to}, while ${name} is down`)),
    `  predicted: ${outcomeWords(predicted)}`,
    ...wrap(visible(because), "    "),
    `  in the lab: ${answers ? "an answer comes back" : "no answer"}`,
  ]);
}
