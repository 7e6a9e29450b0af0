import type { Neighbourhoods } from "./neighbourhoods.ts";
import type { Card } from "./picture.ts";

/** Has more connections than most of those that hang on it: the end of a chain is no hub. */
export function isHub(card: Card, members: readonly Card[], around: Neighbourhoods): boolean {
  if (card.isNamedHub) return true;
  const connections = connectionsOf(card, around);
  const equals = members.filter((member) => connectionsOf(member, around) / member.count >= connections);
  return connections > 1 && (members.length === 0 || equals.length < members.length / 2);
}

function connectionsOf(card: Card, around: Neighbourhoods): number {
  const lines = [...(around.get(card.key)?.values() ?? [])].flat();
  return lines.reduce((sum, { count }) => sum + count, 0);
}
