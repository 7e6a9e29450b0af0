import { circuitSkus } from "../../azure/expressroute-circuits.ts";

export type Tier = "Local" | "Standard" | "Premium";
export type Family = "MeteredData" | "UnlimitedData";

const TIERS: readonly Tier[] = ["Local", "Standard", "Premium"];
const FAMILIES: readonly Family[] = ["MeteredData", "UnlimitedData"];

/** A SKU as ARM names it, `Premium_MeteredData`, or the tier alone. */
export interface NamedSku {
  readonly tier: Tier;
  readonly family?: Family;
}

/** `undefined` where it is no SKU of a circuit. */
export function parseSkuName(text: string): NamedSku | undefined {
  const [first = "", second, ...rest] = text.split("_");
  const tier = TIERS.find((known) => known.toLowerCase() === first.toLowerCase());
  if (tier === undefined || rest.length > 0) return undefined;
  if (second === undefined) return { tier };

  const family = FAMILIES.find((known) => known.toLowerCase() === second.toLowerCase());
  return family && familiesOf(tier).includes(family) ? { tier, family } : undefined;
}

export function familiesOf(tier: Tier): readonly Family[] {
  const plans = circuitSkus.value[tier]?.dataPlans ?? [];
  return FAMILIES.filter((family) => plans.includes(family));
}

export function formatSkuName(tier: Tier, family: Family): string {
  return `${tier}_${family}`;
}
