export { type Analysis, allRules, analyse } from "./analyse.ts";
export { type Checked, check } from "./check.ts";
export { type Design, design, type Given } from "./design.ts";
export * from "./diagnostics/index.ts";
export { type Difference, diff } from "./diff.ts";
export type { BgpPeerStatus, EffectiveRoute, GatewayRoute } from "./model/effective-route.ts";
export type { Estate } from "./model/estate.ts";
export type { Expectation, ExpectedEnd } from "./model/expectation.ts";
export type { Endpoint, PairOutcome, Reach, ReachPair } from "./model/reach.ts";
export type { Rule } from "./model/rule.ts";
export { everythingUp, type Situation } from "./model/situation.ts";
export type { Gap, Topology } from "./model/topology.ts";
export type { Flow, Hop, Outcome, Segment, Trace, TraceEnd, Way } from "./model/trace.ts";
export { outputs } from "./outputs/index.ts";
export type { Output } from "./outputs/output.ts";
export { type Prediction, predict } from "./predict.ts";
export type { Failure, Proof, ProofResult, Verdict } from "./prove/proof.ts";
export { proveEstate } from "./prove.ts";
export {
  readArmTemplate,
  type TemplateGiven,
  type TemplateRead,
} from "./readers/arm-template/read-arm-template.ts";
export { readEstate } from "./readers/estate/read-estate.ts";
export { writeEstate } from "./readers/estate/write-estate.ts";
export { writeLock } from "./readers/lock/write-lock.ts";
export { type Document, readDocument } from "./source/index.ts";
export { type Survival, survive } from "./survive.ts";
