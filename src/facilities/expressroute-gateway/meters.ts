import { hoursAMonth } from "../../azure/hours-a-month.ts";
import type { Meter } from "../../model/meter.ts";

interface Billed {
  readonly sku: string;
  /** Of the scalable SKU: how many are always there. */
  readonly units: number | undefined;
  readonly region: string | undefined;
  readonly name: string;
}

/** The Retail Prices API has the SKUs with zones in one product, and a product for each of those without. */
const WITHOUT_ZONES: Readonly<Record<string, string>> = {
  standard: "Standard",
  highperformance: "High Performance",
  ultraperformance: "Ultra High Performance",
};

/** By the hour; the public IP address is Microsoft's own and costs nothing. */
export function gatewayMeters({ sku, units, region, name }: Billed): readonly Meter[] {
  const old = WITHOUT_ZONES[sku.toLowerCase()];
  const isScaled = sku.toLowerCase() === "ergwscale";
  const count = isScaled ? units : 1;
  return [
    {
      serviceName: "ExpressRoute",
      productName: old === undefined ? "ExpressRoute Gateway" : `ExpressRoute ${old} Gateway`,
      meterName: isScaled ? `${sku} Unit` : `${old ?? sku} Gateway`,
      location: region,
      unit: "hour",
      quantity: count === undefined ? undefined : count * hoursAMonth.value,
      label: `${name}, ExpressRoute gateway ${sku}`,
    },
  ];
}
