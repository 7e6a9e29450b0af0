import { visible } from "../../source/index.ts";
import { count } from "../count.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { tracePaintFor } from "../paint.ts";
import { wrap } from "../wrap.ts";
import { nextHopWords, type TableAnswer } from "./tables-answer.ts";
import type { TestAnswer } from "./test-answer.ts";

/** First what is wrong, then the figures. */
export function testText(answer: TestAnswer, paint: ReturnType<typeof tracePaintFor>): readonly string[] {
  const { name, down, agree, differ, undecided, independent, transcribed, pairs, routes, tables } = answer;
  const told = (verdict: "differs" | "undecided") =>
    pairs.filter((pair) => pair.verdict === verdict).flatMap((pair) => ["", ...pairLines(pair, paint)]);
  const total = `${name}: ${count(pairs.length, "pair")} pinged, ${agree} as predicted, ${differ} not, ${undecided} undecided.`;
  return [
    (differ + routes.differ === 0 ? paint.good : paint.bad)(total),
    ...(down.length === 0 ? [] : wrap(`Down: ${down.join(", ")}.`)),
    ...figure("independent", independent, "decided by routes that the lab's routers learned from each other"),
    ...figure("transcribed", transcribed, "decided only by rows that both were given"),
    ...routesLines(answer, paint),
    ...(answer.segments ?? []).flatMap((segment) => segmentLines(segment, paint)),
    ...told("differs"),
    ...tables.flatMap((table) => tableLines(table, paint)),
    ...told("undecided"),
  ];
}

function routesLines(
  { routes: { agree, differ, undecided }, tables }: TestAnswer,
  { bad }: ReturnType<typeof tracePaintFor>,
): readonly string[] {
  const routes = count(agree + differ + undecided, "route");
  const said = `routes  ${agree} as predicted, ${differ} not, ${undecided} undecided: ${routes} in ${count(tables.length, "table")} of the kernel, by prefix and next hops`;
  const lines = wrap(said, "  ", "    ");
  return differ === 0 ? lines : lines.map(bad);
}

function tableLines({ name, differing }: TableAnswer, { bold }: ReturnType<typeof tracePaintFor>) {
  return differing.flatMap(({ addressPrefix, predicted, inLab }) => [
    "",
    bold(visible(`${name}: ${addressPrefix}`)),
    ...wrap(visible(`predicted: ${nextHopWords(predicted)}`), "  ", "    "),
    ...wrap(visible(`in the lab: ${nextHopWords(inLab)}`), "  ", "    "),
  ]);
}

type Segment = NonNullable<TestAnswer["segments"]>[number];

/** A wire without a mark proves something only beside frames that had it before. */
function segmentLines(
  { name, encryptedBy, inner, outer, outerMarked, verdict }: Segment,
  { bad }: ReturnType<typeof tracePaintFor>,
): readonly string[] {
  const said = encryptedBy === undefined ? "in the clear" : `encrypted by ${encryptedBy}`;
  if (verdict === "unused") return wrap(visible(`${name}  ${said}: nothing went this way`), "  ", "    ");

  const seen = `${inner} marked in, ${outerMarked} of ${outer} frames readable on the wire`;
  const lines = wrap(visible(`${name}  ${said}: ${seen}`), "  ", "    ");
  return verdict === "agrees" ? lines : lines.map(bad);
}

function figure(
  name: string,
  { agree, pairs }: TestAnswer["independent"],
  meaning: string,
): readonly string[] {
  return wrap(`${name}  ${agree} of ${pairs}: ${meaning}`, "  ", "    ");
}

function pairLines(pair: TestAnswer["pairs"][number], { bold }: ReturnType<typeof tracePaintFor>) {
  const { from, to, predicted, because, answers } = pair;
  return [
    bold(visible(`${from.name} (${from.address}) to ${to.name} (${to.address})`)),
    `  predicted: ${outcomeWords(predicted)}`,
    ...wrap(visible(because), "    "),
    `  in the lab: ${answers ? "an answer comes back" : "no answer"}`,
  ];
}
