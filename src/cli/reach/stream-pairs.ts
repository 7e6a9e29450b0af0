import type { Reach } from "../../model/reach.ts";
import type { NodeId } from "../../model/topology.ts";
import type { Outcome } from "../../model/trace.ts";
import type { Questions } from "../../prove/questions.ts";
import type { Context } from "../command-context.ts";
import { outcomeWords } from "../outcome-words.ts";
import type { Asked } from "./survey-reach.ts";

interface PairsAsked extends Asked {
  readonly outcome?: Outcome;
}

/** As much as is written at once. */
const CHUNK = 64 * 1024;

/** Every pair as it is found, in the order of ids: nothing is kept, and a reader that is slow or gone is minded. */
export async function streamPairs(
  stdout: Context["process"]["stdout"],
  reach: Reach,
  questions: Questions,
  { from, to, outcome: wanted }: PairsAsked,
  nameOf: (id: NodeId) => string,
  format: "text" | "json",
  head: object,
): Promise<void> {
  const names = new Map(reach.endpoints.map(({ id }) => [id, nameOf(id)]));
  const apart = new Set([...names.keys()].filter(questions.isTakenApart));
  const isJson = format === "json";
  let text = isJson ? `${JSON.stringify(head).slice(0, -1)},"pairs":[` : "";
  let separator = "\n";
  for (const pair of reach.pairs(apart.size === 0 ? wanted : undefined)) {
    if ((from && !from.has(pair.from)) || (to && !to.has(pair.to))) continue;
    const isApart = apart.size > 0 && (apart.has(pair.from) || apart.has(pair.to));
    const outcome = isApart ? questions.outcome(pair.from, pair.to, reach.flow) : pair.outcome;
    if (wanted !== undefined && outcome !== wanted) continue;
    const [a = pair.from, b = pair.to] = [names.get(pair.from), names.get(pair.to)];
    if (isJson) {
      text += `${separator}${JSON.stringify({ from: a, to: b, outcome })}`;
      separator = ",\n";
    } else text += `${a} -> ${b}: ${outcomeWords(outcome)}\n`;
    if (text.length >= CHUNK) {
      await write(stdout, text);
      text = "";
    }
  }
  await write(stdout, isJson ? `${text}\n]}\n` : text);
}

/** The next turn of the loop is where a pipe that broke is heard of. */
async function write(stdout: Context["process"]["stdout"], text: string): Promise<void> {
  if (text !== "") await new Promise<void>((resolve) => stdout.write(text, () => setImmediate(resolve)));
}
