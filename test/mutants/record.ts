import { rests } from "../lab/drawn.ts";
import { askedOf } from "./asked.ts";
import { disagreements } from "./judge.ts";
import { observe } from "./observe.ts";
import * as predictor from "./predictor-entry.ts";
import { writeRecording } from "./recorded.ts";

/** More than one, so that a rule is seen at work from several sides. */
const FAILURES = 3;
const AT_ONCE = 3;
/** A machine with much to do starts a program too late, or takes an answer for lost; and one failure may be what no lab shows. */
const TRIES = FAILURES + 1;

/** Runs the labs and writes down what they did, with a line for each. */
export async function record(names: readonly string[], tell: (line: string) => void): Promise<void> {
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) tell(await recordOne(name));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function recordOne(name: string): Promise<string> {
  let said = "";
  for (let tried = 0; tried < TRIES; tried += 1) {
    const asked = askedOf(name, FAILURES - tried);
    if (!rests(asked)) return `${name}: its routers never come to rest`;
    try {
      const recording = await observe(asked);
      const [first] = disagreements(predictor, asked.estate, recording);
      if (first !== undefined) said = first;
      else {
        writeRecording(recording);
        return `${name}: ${recording.hosts.length} hosts, ${recording.situations.length} situations`;
      }
    } catch (error) {
      said = String(error);
    }
  }
  return `${name}: not recorded: ${said}`;
}
