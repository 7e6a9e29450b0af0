import type { Flow, Outcome } from "../../model/trace.ts";
import { predict } from "../../predict.ts";
import { createQuestions } from "../../prove/questions.ts";
import { proveEstate } from "../../prove.ts";
import type { Context } from "../command-context.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { exitCode } from "../exit-code.ts";
import { findDown } from "../find-down.ts";
import { hasError, placeFindings } from "../format-findings.ts";
import { gapsShown } from "../gaps-shown.ts";
import { isName } from "../input-and-name.ts";
import { printFindings } from "../load-design.ts";
import { loadEstate } from "../load-estate.ts";
import type { InputGiven } from "../load-input.ts";
import { styleFor } from "../paint.ts";
import { nameOfNode } from "../places.ts";
import { findUnasked } from "../reach/find-unasked.ts";
import { loadExpectations } from "../reach/load-expectations.ts";
import { pairDetails } from "../reach/pair-details.ts";
import { reachAnswer, reachHead } from "../reach/reach-answer.ts";
import { findEndpoints } from "../reach/reach-places.ts";
import { type ReachFound, reachText } from "../reach/reach-text.ts";
import { streamPairs } from "../reach/stream-pairs.ts";
import { surveyReach } from "../reach/survey-reach.ts";
import { UserError } from "../user-error.ts";

export interface ReachFlags extends InputGiven {
  readonly port?: number;
  readonly protocol?: "tcp" | "udp" | "icmp";
  readonly outcome?: Outcome;
  readonly expect?: string;
  readonly down?: readonly string[];
  readonly pairs: boolean;
  readonly format: "text" | "json";
}

/** Who reaches whom, what of it was asked for, and what was not. */
export async function reach(
  context: Context,
  flags: ReachFlags,
  first?: string,
  second?: string,
  third?: string,
): Promise<void> {
  const { stdout } = context.process;
  const [input = DEFAULT_INPUT, fromText, toText] = inputFirst(first, second, third);
  const flow = flowOf(flags);
  const loaded = loadEstate(context, input, flags.format, flags);
  if (!loaded) return;

  const { estate } = loaded;
  const prediction = predict(estate, findDown(loaded, flags.down ?? []));
  const { situation, topology } = prediction;
  const asked = {
    from: findEndpoints(fromText, prediction, loaded),
    to: findEndpoints(toText, prediction, loaded),
  };
  const fromFile = loadExpectations(flags.expect, loaded, prediction);
  const fromIntent = proveEstate(estate, loaded.expectations, situation);
  const ofFile = proveEstate(estate, fromFile.expectations, situation);
  const proof = {
    results: [...fromIntent.results, ...ofFile.results],
    diagnostics: [...fromIntent.diagnostics, ...ofFile.diagnostics],
  };
  const findings = placeFindings([...fromFile.diagnostics, ...proof.diagnostics], fromFile.shown);
  // Of a design that is wrong already, the same was said when it was read.
  if (context.process.exitCode !== exitCode.findings || situation.down.size > 0)
    printFindings(context, findings);
  if (hasError(findings)) context.process.exitCode = exitCode.findings;

  const down = [...situation.down].sort();
  const nameOf = (id: string) => nameOfNode(id, estate);
  const found = prediction.reach(flow.protocol === "*" ? undefined : flow);
  const questions = createQuestions(prediction);
  if (flags.pairs) {
    const wanted = { ...withoutAbsent(asked), ...(flags.outcome ? { outcome: flags.outcome } : {}) };
    return streamPairs(stdout, found, questions, wanted, nameOf, flags.format, reachHead({ flow, down }));
  }
  const survey = surveyReach(found, questions, withoutAbsent(asked));
  const expectations = [...loaded.expectations, ...fromFile.expectations];
  const answer: ReachFound = {
    flow,
    down,
    survey,
    only: flags.outcome,
    details: fromText !== undefined && toText !== undefined ? pairDetails(survey, found, questions) : [],
    proof,
    unasked: findUnasked(survey, expectations, topology),
    gaps: gapsShown(prediction.gaps),
    nameOf,
  };
  if (flags.format === "json") stdout.write(`${JSON.stringify(reachAnswer(answer), null, 2)}\n`);
  else stdout.write(`${reachText(answer, styleFor(stdout)).join("\n")}\n`);
}

/** Of `[INPUT] [FROM] [TO]`: a name stands first where the file is the usual one. */
function inputFirst(first?: string, second?: string, third?: string): readonly (string | undefined)[] {
  return third === undefined && isName(first) ? [DEFAULT_INPUT, first, second] : [first, second, third];
}

function withoutAbsent<T>({ from, to }: { from: T | undefined; to: T | undefined }) {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function flowOf({ port, protocol }: ReachFlags): Flow {
  if (port === undefined) return { protocol: protocol ?? "*" };
  if (protocol !== "icmp") return { protocol: protocol ?? "tcp", port };
  throw new UserError("ICMP has no ports.", "Leave --port out, or choose tcp or udp.");
}
