import type { Estate } from "./model/estate.ts";
import type { Expectation } from "./model/expectation.ts";
import { everythingUp, type Situation } from "./model/situation.ts";
import type { NodeId } from "./model/topology.ts";
import { predict } from "./predict.ts";
import { nameOfPlace } from "./prove/name-of-place.ts";
import type { Proof } from "./prove/proof.ts";
import { proofDiagnostic } from "./prove/proof-diagnostics.ts";
import { proveOne } from "./prove/prove-one.ts";
import { createQuestions } from "./prove/questions.ts";
import { usersAtSites } from "./prove/users-at-sites.ts";
import { withHosts } from "./prove/with-hosts.ts";

/**
 * Holds an estate against what is expected of it, by prediction. A network that has nobody in it yet is asked about as
 * if it had. Nothing is predicted where nothing is expected.
 */
export function proveEstate(
  estate: Estate,
  expectations: readonly Expectation[],
  situation: Situation = everythingUp,
): Proof {
  if (expectations.length === 0) return { results: [], diagnostics: [] };

  const prediction = predict(withHosts(estate), situation);
  const questions = createQuestions(prediction);
  const { topology } = prediction;
  const results = expectations.map((expectation) => proveOne(expectation, questions));
  const nameOf = (id: NodeId) => nameOfPlace(id, topology, estate);
  return {
    results,
    diagnostics: [
      ...results.flatMap((result) => proofDiagnostic(result, nameOf, situation.down.size === 0)),
      ...usersAtSites(expectations, questions, topology),
    ],
  };
}
