import { inAnswers, inRouters, type Predicted, type Predictor, predict } from "./judge.ts";
import type { Mutant } from "./mutant.ts";
import * as sound from "./predictor-entry.ts";
import type { Case } from "./recorded.ts";

export interface Caught {
  readonly name: string;
  readonly by: string;
}

/**
 * The first disagreement of a mutant with a lab, in the order of the cases; `undefined`: it survives all. One that breaks off is
 * no prediction, and a mistake in the list.
 */
export function runMutant(predictor: Predictor, mutant: Mutant, cases: readonly Case[]): Caught | undefined {
  for (const one of cases) {
    const by = disagreement(predictor, mutant, one);
    if (by !== undefined) return { name: one.recording.name, by };
  }
  return undefined;
}

function disagreement(predictor: Predictor, mutant: Mutant, one: Case): string | undefined {
  const { estate, recording } = one;
  const predicted = predict(predictor, estate, recording);
  const [inTables] = inRouters(predictor, predicted);
  if (inTables !== undefined) return inTables;
  if (!worksOnTheWay(mutant) && textOf(predicted) === soundText(one)) return undefined;

  const [answer] = inAnswers(predictor, predicted, recording);
  return answer;
}

/** Read while packets go: of all others the word is said in the topology and in what routers know. */
function worksOnTheWay({ file }: Mutant): boolean {
  return /^routing\/(trace|lookup|filters|address-match|up)/.test(file);
}

const texts = new Map<Case, string>();

function soundText(one: Case): string {
  const text = texts.get(one) ?? textOf(predict(sound, one.estate, one.recording));
  texts.set(one, text);
  return text;
}

/** Equal where every trace is equal, too. Addresses keep what they are under symbols, which JSON leaves out. */
function textOf(predicted: readonly Predicted[]): string {
  const all = predicted.map(({ topology, solved }) => [topology, solved.layers]);
  return JSON.stringify(all, (_, value: unknown) => {
    if (value instanceof Map) return [...value];
    if (typeof value !== "object" || value === null) return value;

    const hidden = Object.getOwnPropertySymbols(value).map((symbol) => String(Reflect.get(value, symbol)));
    return hidden.length === 0 ? value : [hidden, Object.entries(value)];
  });
}
