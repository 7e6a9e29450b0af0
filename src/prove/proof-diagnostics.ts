import type { Diagnostic, Related, Severity } from "../diagnostics/diagnostic.ts";
import type { Expectation } from "../model/expectation.ts";
import type { Decider, Trace, Way } from "../model/trace.ts";
import type { Failure, ProofResult, Verdict } from "./proof.ts";

/** What a proof finds, at the line that asked for it, with the way of a pair that shows it. */
export function proofDiagnostic(
  result: ProofResult,
  nameOf: (id: string) => string,
  isAllUp: boolean,
): readonly Diagnostic[] {
  const { expectation, verdict, failure } = result;
  if (verdict === "met" || !failure) return [];

  return [
    {
      rule: `expectation/${problemOf(expectation, verdict, failure)}`,
      severity: severityOf(expectation, verdict, failure),
      message: messageOf(expectation, verdict, failure, nameOf),
      origin: originOf(expectation, failure),
      ...(failure.trace ? { related: hopsOf(failure.trace, nameOf) } : {}),
      hint: isAllUp ? hintOf(expectation, verdict, failure) : WHILE_DOWN,
    },
  ];
}

/** In a file of expectations, what cannot be shown is not met; a design may know more than the prediction does. */
function severityOf({ by, reach }: Expectation, verdict: Verdict, { what }: Failure): Severity {
  if (verdict === "unmet") return "error";
  if (verdict === "unproven" && what === "noEndpoints" && by !== "file") return "info";
  return verdict === "unproven" && by === "file" && reach ? "error" : "warning";
}

function problemOf({ reach }: Expectation, verdict: Verdict, { what }: Failure): string {
  if (verdict === "oneWay") return "asymmetric-isolation";
  if (verdict === "unproven") return "unsupported-proof";
  if (!reach) return "insecure-isolation";
  switch (what) {
    case "outcome":
    case "noEndpoints":
      return "unreachable-end";
    case "encryption":
    case "internet":
      return "insecure-way";
    case "bandwidth":
      return "too-small-bandwidth";
  }
}

function messageOf(
  { from, to, reach }: Expectation,
  verdict: Verdict,
  { what, because, from: a, to: b }: Failure,
  nameOf: (id: string) => string,
): string {
  const [one, other] = [a === undefined ? from.name : nameOf(a), b === undefined ? to.name : nameOf(b)];
  const why = sentence(because);
  const pair = `${from.name} and ${to.name}`;
  if (verdict === "oneWay") {
    return `${pair} are to be isolated: packets of ${one} arrive at ${other}, though no answer comes back.`;
  }
  if (verdict === "unproven") {
    return `That ${pair} ${reach ? "reach each other" : "are isolated"} cannot be shown: ${why}`;
  }
  if (!reach) return `${pair} are to be isolated, and ${one} reaches ${other}.`;
  if (what === "outcome") return `${one} does not reach ${other}: ${why}`;
  return `${one} reaches ${other} otherwise than was asked for: ${why}`;
}

function originOf(expectation: Expectation, { what }: Failure): Diagnostic["origin"] {
  const { encrypted, internet, atLeastMbps, origin } = expectation;
  switch (what) {
    case "encryption":
      return encrypted?.origin ?? origin;
    case "internet":
      return internet?.origin ?? origin;
    case "bandwidth":
      return atLeastMbps?.origin ?? origin;
    case "outcome":
    case "noEndpoints":
      return origin;
  }
}

function hintOf({ by, reach, flow }: Expectation, verdict: Verdict, { what, outcome }: Failure): string {
  if (what === "noEndpoints") return "Give it a subnet.";
  if (verdict === "oneWay") {
    return "Let them use different gateways, or deny it by a security rule, where even one packet is too many.";
  }
  if (verdict === "unproven") return "Describe what is missing, or test it in Azure.";
  if (!reach) return "Let one of them use another gateway or network, or deny it by a security rule.";
  if (outcome === "partlyDenied" && flow.port === undefined) {
    return by === "file"
      ? "Name the port and the protocol that matter."
      : "Open the rules that deny the rest.";
  }
  return by === "file"
    ? "Change the network, or the expectation."
    : "Choose another kind or place for it, and report this: a design must deliver.";
}

const WHILE_DOWN =
  "That is while a part is down: needs: { resilience: … } asks for a second way, where it must hold then too.";

/** The hops of the way that fails, each with what decided there. */
function hopsOf({ there, back, outcome }: Trace, nameOf: (id: string) => string): readonly Related[] {
  const failing = (ways: readonly Way[]) => ways.find((way) => way.outcome === outcome) ?? ways[0];
  const isBackWrong = back.length > 0 && there.every((way) => way.outcome === "delivered");
  const way = isBackWrong
    ? (back.find((one) => one.outcome !== "delivered") ?? failing(there))
    : failing(there);
  if (!way) return [];

  const direction = isBackWrong && way !== failing(there) ? "back, at" : "at";
  return way.hops.flatMap(({ node, decidedBy, segment }): readonly Related[] => {
    const decider = decidedBy.at(-1);
    if (!decider) return [];
    const on = segment ? `, over ${segment.name}` : "";
    return [
      { message: `${direction} ${nameOf(node)}: ${deciderText(decider)}${on}`, origin: decider.origin },
    ];
  });
}

function deciderText(decider: Decider): string {
  switch (decider.what) {
    case "route":
      return `${decider.source} route ${decider.addressPrefix} to ${decider.nextHopType}`;
    case "rule":
      return `rule ${decider.filter}/${decider.name} (${decider.access})`;
    case "setting":
      return decider.says;
  }
}

function sentence(text: string): string {
  return `${text.replace(/\.$/, "")}.`;
}
