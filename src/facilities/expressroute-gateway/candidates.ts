import { expressRouteGatewaySkus, isScalable, scalableGateway } from "../../azure/expressroute-gateways.ts";

/** A gateway that could be: a SKU, and of the scalable one how many units. */
export interface Candidate {
  readonly sku: string;
  readonly units?: number;
  readonly mbps: number;
  readonly circuits: number;
  readonly routes: number;
  readonly zoneRedundant: boolean;
  readonly source: string;
}

/** From small to large: what is planned where nobody names a SKU. */
export const planned: readonly Candidate[] = [...fixedSkus(true), ...scalable()];

/** Only where a person names it. */
export const withoutZones: readonly Candidate[] = fixedSkus(false);

/** False only where it is known that the region has none. */
export function isOffered({ sku }: Candidate, region: string | undefined): boolean {
  return !isScalable(sku) || !scalableGateway.value.missingIn.some((missing) => missing === region);
}

function fixedSkus(zoneRedundant: boolean): readonly Candidate[] {
  return Object.entries(expressRouteGatewaySkus.value)
    .filter(([, sku]) => sku.zoneRedundant === zoneRedundant)
    .map(([name, { mbps, circuits, routesLearned }]) => ({
      sku: name,
      mbps,
      circuits,
      routes: routesLearned,
      zoneRedundant,
      source: expressRouteGatewaySkus.source,
    }))
    .sort((a, b) => a.mbps - b.mbps);
}

function scalable(): readonly Candidate[] {
  const { skuName, units, perUnit, routesLearned, circuits } = scalableGateway.value;
  const counts = Array.from(
    { length: units.largest - units.smallest + 1 },
    (_, index) => units.smallest + index,
  );
  return counts.map((count) => ({
    sku: skuName,
    units: count,
    mbps: count * perUnit.mbps,
    circuits: circuits.find((step) => count >= step.units)?.circuits ?? 0,
    routes: routesLearned,
    zoneRedundant: true,
    source: scalableGateway.source,
  }));
}
