import type { NodeId } from "../../model/topology.ts";
import type { Flow, Outcome } from "../../model/trace.ts";
import type { Proof, ProofResult, Verdict } from "../../prove/proof.ts";
import { visible } from "../../source/index.ts";
import { count } from "../count.ts";
import type { GapsShown } from "../gaps-shown.ts";
import { listNames } from "../list-names.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { Style } from "../paint.ts";
import { gapLines } from "../routes-text.ts";
import { few } from "../tell-trace.ts";
import { wrap } from "../wrap.ts";
import type { Unasked } from "./find-unasked.ts";
import { groupLines } from "./group-lines.ts";
import type { PairDetail } from "./pair-details.ts";
import { fitsTable, reachTable, signOf } from "./reach-table.ts";
import type { Survey } from "./survey-reach.ts";

/** All that `reach` answers. */
export interface ReachFound {
  readonly flow: Flow;
  readonly down: readonly string[];
  readonly survey: Survey;
  readonly only: Outcome | undefined;
  readonly details: readonly PairDetail[];
  readonly proof: Proof;
  /** `undefined` where it was not looked for. */
  readonly unasked: readonly Unasked[] | undefined;
  readonly gaps: GapsShown;
  readonly nameOf: (id: NodeId) => string;
}

const REACH_WIDTH = 100;

export function reachText(found: ReachFound, style: Style): readonly string[] {
  const { survey, details, only, nameOf, proof, unasked, gaps } = found;
  return [
    ...headLines(found).map(style.bold),
    ...countLines(survey, only),
    ...(details.length > 0 && only === undefined
      ? details.flatMap((detail) => ["", ...detailLines(detail, nameOf)])
      : bodyLines(survey, only, nameOf)),
    ...proofLines(proof, style),
    ...unaskedLines(unasked, proof, nameOf, style),
    ...gapLines({ notModelled: few(gaps.notModelled), assumed: few(gaps.assumed) }, style),
  ];
}

function headLines({ flow, survey, down, nameOf }: ReachFound): readonly string[] {
  const what = flow.protocol === "*" ? "any protocol" : flow.protocol.toUpperCase();
  const flowText = flow.port === undefined ? what : `${what} port ${flow.port}`;
  const { pairs, endpoints, from } = survey;
  const names = down.map(nameOf);
  const where = `${count(endpoints, "endpoint")}, ${count(pairs, "pair")}`;
  const text = `${flowText}: ${where}, in ${count(from.length, "group")} that nothing tells apart`;
  return wrap(names.length === 0 ? text : `${text}; down: ${listNames(names)}`, "", "  ", REACH_WIDTH);
}

function countLines({ counts }: Survey, only: Outcome | undefined): readonly string[] {
  const shown = [...counts].filter(([outcome]) => only === undefined || outcome === only);
  const width = Math.max(0, ...shown.map(([, number]) => number.toLocaleString("en").length));
  return shown
    .toSorted(([, a], [, b]) => b - a)
    .map(
      ([outcome, number]) =>
        `  ${number.toLocaleString("en").padStart(width)}  ${signOf(outcome)} ${outcomeWords(outcome)}`,
    );
}

function bodyLines(
  survey: Survey,
  only: Outcome | undefined,
  nameOf: (id: NodeId) => string,
): readonly string[] {
  if (survey.from.length === 0 || survey.to.length === 0) return [];
  if (!survey.outcomeOf)
    return ["", "Too many groups to list: name FROM or TO, or write --pairs, which lists every pair."];
  if (only === undefined && fitsTable(survey)) return ["", ...reachTable(survey, nameOf)];
  return ["", ...groupLines(survey, only, nameOf)];
}

function detailLines(
  { from, to, outcome, parts, ways, because }: PairDetail,
  nameOf: (id: NodeId) => string,
): readonly string[] {
  const names = ({ members }: PairDetail["from"]) => listNames(members.map(nameOf));
  const permitted = [...new Set(parts.flatMap((part) => part.permitted ?? []))];
  const part =
    outcome === "partlyDenied" && permitted.length > 0 ? `; permitted: ${permitted.join("; ")}` : "";
  return [
    ...wrap(
      visible(`${names(from)} to ${names(to)}: ${outcomeWords(outcome)}${part}`),
      "",
      "  ",
      REACH_WIDTH,
    ),
    ...(outcome === "delivered" ? [] : wrap(visible(because), "  ", "  ", REACH_WIDTH)),
    ...(new Set(parts.map((one) => one.outcome)).size > 1
      ? ["  Not all addresses fare alike; --format json has the ranges."]
      : []),
    ...ways.flatMap((way, index) =>
      wrap(visible(way.map(nameOf).join(" › ")), index === 0 ? "  by " : "  or ", "     ", REACH_WIDTH),
    ),
  ];
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  met: "met",
  unmet: "unmet",
  oneWay: "met for exchanges alone (packets arrive, answers do not)",
  unproven: "not to be told",
};

function proofLines({ results }: Proof, style: Style): readonly string[] {
  if (results.length === 0) return [];

  const numbers = (["met", "oneWay", "unproven", "unmet"] as const).flatMap((verdict) => {
    const number = results.filter((result) => result.verdict === verdict).length;
    return number === 0 ? [] : [`${number.toLocaleString("en")} ${VERDICTS[verdict]}`];
  });
  const others = results.filter(({ verdict }) => verdict !== "met");
  return [
    "",
    ...wrap(`Expected: ${numbers.join(", ")}`, "", "  ", REACH_WIDTH).map(style.bold),
    ...others.slice(0, MOST_LINES).flatMap(resultLines),
    ...(others.length > MOST_LINES ? [`  and ${others.length - MOST_LINES} more`] : []),
  ];
}

const MOST_LINES = 20;

function resultLines({ expectation, verdict, failure }: ProofResult): readonly string[] {
  const { from, to, reach } = expectation;
  const sign = verdict === "unmet" ? "✗" : "!";
  const what = reach ? "to reach" : "isolated from";
  const text = `${from.name} ${what} ${to.name}: ${VERDICTS[verdict]}. ${failure?.because ?? ""}`;
  return wrap(visible(text.trimEnd()), `  ${sign} `, "    ", REACH_WIDTH);
}

function unaskedLines(
  unasked: readonly Unasked[] | undefined,
  { results }: Proof,
  nameOf: (id: NodeId) => string,
  style: Style,
): readonly string[] {
  if (results.length === 0) return [];
  if (!unasked)
    return ["", "What is reached without being asked for was not looked for: there are too many groups."];
  if (unasked.length === 0) return ["", "Nothing is reached that nobody asked for."];
  return [
    "",
    style.bold("Reached, though nobody asked for it"),
    ...unasked.flatMap(({ from, to }) => {
      const names = listNames(from.map(nameOf));
      const text = from === to ? `${names}, each other` : `${names} with ${listNames(to.map(nameOf))}`;
      return wrap(visible(text), "  ", "    ", REACH_WIDTH);
    }),
  ];
}
