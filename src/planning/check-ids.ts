import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Intent } from "../model/intent.ts";
import { keyOf } from "../model/resource-id.ts";
import { originWithin } from "../source/origin.ts";
import { networkId } from "./build-networks.ts";

/** Two names for one network of Azure: the later one is reported, and left out of the plan. */
export function withoutSameIds(intent: Intent): {
  readonly intent: Intent;
  readonly diagnostics: readonly Diagnostic[];
} {
  const byId = new Map<string, Intent["virtualNetworks"][number]>();
  const diagnostics: Diagnostic[] = [];
  const same = new Set<string>();
  for (const network of intent.virtualNetworks) {
    const key = keyOf(networkId(network));
    const first = byId.get(key);
    if (!first) {
      byId.set(key, network);
      continue;
    }
    same.add(network.name);
    diagnostics.push({
      rule: "intent/duplicate-id",
      severity: "error",
      message: `${network.name} and ${first.name} are one network to Azure: both have the id ${networkId(network)}.`,
      origin: originWithin(network.origin, ...(network.existing === undefined ? [] : ["existing"])),
      related: [{ message: `${first.name} stands here`, origin: first.origin }],
      hint: "Remove one of them.",
    });
  }
  if (same.size === 0) return { intent, diagnostics };

  const virtualNetworks = intent.virtualNetworks.filter(({ name }) => !same.has(name));
  return {
    intent: { ...intent, virtualNetworks, broken: new Set([...intent.broken, ...same]) },
    diagnostics,
  };
}
