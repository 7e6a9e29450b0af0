import type { EstateIndex } from "../model/estate-index.ts";

/** Types of what a price holds, and of what Azure bills nothing for; lower-cased. */
const COUNTED_OR_FREE: ReadonlySet<string> = new Set([
  "microsoft.network/applicationsecuritygroups",
  "microsoft.network/connections",
  "microsoft.network/expressroutecircuits",
  "microsoft.network/localnetworkgateways",
  "microsoft.network/networkinterfaces",
  "microsoft.network/networksecuritygroups",
  "microsoft.network/publicipaddresses",
  "microsoft.network/routetables",
  "microsoft.network/virtualhubs",
  "microsoft.network/virtualnetworkgateways",
  "microsoft.network/virtualnetworks",
  "microsoft.resources/deployments",
  "microsoft.resources/resourcegroups",
]);

export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

/** What of an estate no price is counted for, as it joins no networks: firewalls, machines, accounts. */
export function notCounted(estate: EstateIndex): readonly TypeCount[] {
  const counts = new Map<string, TypeCount>();
  const add = (type: string, count: number) => {
    const key = type.toLowerCase();
    if (COUNTED_OR_FREE.has(topLevel(key))) return;
    const known = counts.get(key);
    counts.set(key, { type: known?.type ?? type, count: (known?.count ?? 0) + count });
  };
  for (const { type, existing } of estate.estate.resources.values())
    if (!existing && isTopLevel(type)) add(type, 1);
  for (const { type, count } of estate.estate.coverage.passedOver) if (isTopLevel(type)) add(type, count);
  return [...counts.values()].toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

function isTopLevel(type: string): boolean {
  return type.split("/").length === 2;
}

function topLevel(type: string): string {
  return type.split("/").slice(0, 2).join("/");
}
