import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { Finding, Rule } from "../model/rule.ts";

/** Every rule's findings. A rule keeps quiet where one that it waits for (`after`) has fired at the same place. */
export function runRules(rules: readonly Rule[], estate: EstateIndex): readonly Diagnostic[] {
  const places = new Map<string, Set<string>>();
  const diagnostics: Diagnostic[] = [];

  for (const rule of inOrder(rules)) {
    const quietAt = (rule.after ?? []).map((id) => places.get(id) ?? new Set<string>());
    const own = new Set<string>();
    for (const finding of rule.check(estate)) {
      const place = placeOf(finding);
      if (quietAt.some((fired) => fired.has(place))) continue;
      own.add(place);
      diagnostics.push({ rule: rule.id, severity: rule.severity, ...finding });
    }
    places.set(rule.id, own);
  }
  return diagnostics;
}

/** Rules that wait for others come after them. */
function inOrder(rules: readonly Rule[]): readonly Rule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const done = new Set<Rule>();
  const visit = (rule: Rule): void => {
    if (done.has(rule)) return;
    done.add(rule);
    for (const id of rule.after ?? []) {
      const first = byId.get(id);
      if (first) visit(first);
    }
    ordered.push(rule);
  };
  const ordered: Rule[] = [];
  for (const rule of rules) visit(rule);
  return ordered;
}

function placeOf(finding: Finding): string {
  return `${finding.origin.file}#${finding.origin.path.join("/")}`;
}
