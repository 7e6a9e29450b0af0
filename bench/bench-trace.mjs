// `node --import tsx bench/bench-trace.mjs`: the tracer against the packet walker, which keeps nothing between steps.
import { questionsOf } from "./estate-questions.mjs";
import { generateEstate } from "./generate-estate.mjs";
import { mediansOf } from "./median.mjs";
import { milliseconds, printTable, ratio } from "./print-table.mjs";
import { traceContest } from "./trace-contest.ts";

/** The walker asks everything anew at every step: of more networks it does not come to an end. */
const SIZES = [10, 30];
const ROUNDS = 5;
const QUESTIONS = 20;

const rows = SIZES.map((size) => {
  const questions = questionsOf(size, QUESTIONS);
  const { fast, slow } = traceContest(JSON.stringify(generateEstate(size)), questions);
  if (!/^(delivered ?)+$/.test(fast()) || fast() !== slow())
    throw new Error(`${size} networks: not delivered, or the two disagree`);

  const [quick, plain] = mediansOf([fast, slow], ROUNDS);
  return [
    String(size),
    milliseconds(quick / QUESTIONS),
    milliseconds(plain / QUESTIONS),
    ratio(plain / quick),
  ];
});
printTable(
  "One trace, against its slow twin, of an estate of that many networks",
  ["networks", "tracer", "walker", "faster by"],
  rows,
);
