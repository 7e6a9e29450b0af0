import type { Interchange } from "./interchangeable.ts";
import type { PairChange } from "./island-failures.ts";
import type { FailingElement } from "./survival.ts";

/** Every two things, but of networks that nothing tells apart only the first ones. */
export function everyTwo(
  elements: readonly FailingElement[],
  { placeOf }: Pick<Interchange, "placeOf">,
): readonly (readonly [FailingElement, FailingElement])[] {
  const isFirst = ({ id }: FailingElement) => (placeOf(id)?.index ?? 0) === 0;
  return elements.filter(isFirst).flatMap((one) =>
    elements.flatMap((other): (readonly [FailingElement, FailingElement])[] => {
      const [place, otherPlace] = [placeOf(one.id), placeOf(other.id)];
      const isSecond = otherPlace?.index === 1 && otherPlace.set === place?.set;
      return isSecond || (isFirst(other) && one.id < other.id) ? [[one, other]] : [];
    }),
  );
}

/** The pairs that are lost, as text. */
export function pairKeys(changes: readonly PairChange[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const change of changes)
    if (change.what === "lost")
      for (const from of change.from.members) for (const to of change.to.members) keys.add(`${from} ${to}`);
  return keys;
}

/** What no one of them does alone. */
export function withoutKnown(
  changes: readonly PairChange[],
  known: readonly ReadonlySet<string>[],
): readonly PairChange[] {
  return changes.flatMap((change) => {
    if (change.what !== "lost" || change.endDown) return [];
    return change.from.members.flatMap((from) => {
      const isNew = (to: string) => !known.some((keys) => keys.has(`${from} ${to}`));
      const members = change.to.members.filter((to) => to !== from && isNew(to));
      if (members.length === 0) return [];
      return [{ ...change, from: { ...change.from, members: [from] }, to: { ...change.to, members } }];
    });
  });
}
