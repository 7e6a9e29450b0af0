import type { Trace } from "../model/trace.ts";
import { traceFacts } from "../outputs/trace-words/trace-facts.ts";
import { visible } from "../source/index.ts";
import { wrap } from "./wrap.ts";

const LABEL = 12;

export function summaryLines(trace: Trace): readonly string[] {
  return traceFacts(trace).flatMap(([label, text]) =>
    wrap(visible(text), label.padEnd(LABEL), " ".repeat(LABEL)),
  );
}
