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
    const found: Finding[] = [];
    for (const finding of rule.check(estate)) {
      const place = placeOf(finding);
      if (quietAt.some((fired) => fired.has(place))) continue;
      own.add(place);
      found.push(finding);
    }
    places.set(rule.id, own);
    const { id, severity } = rule;
    diagnostics.push(...oncePerPlace(found).map((finding) => ({ rule: id, severity, ...finding })));
  }
  return diagnostics;
}

/** More findings of one rule at one place are one mistake: a line of a loop, made as often as it runs. */
const MOST_AT_A_PLACE = 3;
const MOST_NAMED = 8;

/** Of too many at one place the first, with the others beside it. */
function oncePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const known = byPlace.get(place);
    if (known) known.push(finding);
    else byPlace.set(place, [finding]);
  }
  if ([...byPlace.values()].every(({ length }) => length <= MOST_AT_A_PLACE)) return findings;

  return [...byPlace.values()].flatMap((found) => {
    const [first, ...others] = found;
    if (!first || found.length <= MOST_AT_A_PLACE || found.some(({ fix }) => fix)) return found;
    const named = others.slice(0, MOST_NAMED).map(({ message, origin }) => ({ message, origin }));
    const more = others.length > MOST_NAMED ? `, of which ${MOST_NAMED} are named` : "";
    return [
      {
        ...first,
        message: `${first.message} ${others.length} more at this place${more}.`,
        related: [...(first.related ?? []), ...named],
      },
    ];
  });
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
