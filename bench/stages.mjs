import { allRules, analyse } from "../dist/analyse.js";
import { connectionKinds } from "../dist/connections/index.js";
import { design } from "../dist/design.js";
import { facilityTypes } from "../dist/facilities/index.js";
import { indexEstate } from "../dist/model/estate-index.js";
import { emptyLock } from "../dist/model/lock.js";
import { outputs } from "../dist/outputs/index.js";
import { planAddresses } from "../dist/planning/addresses/plan-addresses.js";
import { expandConnections } from "../dist/planning/expand-connections.js";
import { planEstate } from "../dist/planning/plan-estate.js";
import { meterPricer } from "../dist/prices/price-meters.js";
import { priceSheet } from "../dist/prices/price-sheet.js";
import { readIntent } from "../dist/readers/intent/read-intent.js";
import { readLock } from "../dist/readers/lock/read-lock.js";
import { writeLock } from "../dist/readers/lock/write-lock.js";
import { runRules } from "../dist/rules/run-rules.js";
import { readDocument } from "../dist/source/read-document.js";

const kindNames = connectionKinds.map((kind) => kind.name);
const means = { kinds: connectionKinds, facilityTypes, priceOf: meterPricer(priceSheet) };
const noLock = emptyLock("network.lock.json");

/** Everything that `isthmus design` does but for files, stage by stage; `measure(stage, run)` answers what `run` does. */
export function runStages(file, text, measure) {
  const document = measure("read document", () => readDocument(file, text));
  const { intent } = measure("read intent", () => readIntent(document, kindNames));
  measure("spread connections", () => expandConnections(intent));
  measure("plan addresses", () => planAddresses(intent, noLock, false));
  const { estate } = measure("plan, both of these in it", () => planEstate(intent, means, noLock, false));
  // A copy each time: what is known of an estate is remembered with it.
  measure("rules", () => runRules(allRules, indexEstate({ ...estate })));
  measure("analyse, rules in it", () => analyse({ ...estate }));

  const answer = measure("design, all of these in it", () =>
    design(readDocument(file, text), { reconsider: false }),
  );
  const mistake = answer.diagnostics.find(({ severity }) => severity === "error");
  if (mistake) throw new Error(`The generated intent is not legal: ${mistake.message}`);

  for (const output of outputs) measure(`write ${output.name}`, () => output.write(answer.design));
  const lockText = measure("write lock", () => JSON.stringify(writeLock(answer.design.lock), null, 2));
  const lock = measure("read lock", () => readLock(readDocument("network.lock.json", lockText)).lock);
  measure("plan with the lock", () => planEstate(intent, means, lock, false));
}
