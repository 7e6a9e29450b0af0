import type { Meter } from "../../model/meter.ts";
import type { ConnectionPrice } from "../../prices/price-connections.ts";
import { priceSheet } from "../../prices/price-sheet.ts";
import type { Rate } from "../../prices/rate.ts";
import { groupBy } from "../map/group-by.ts";

/** All uses of one meter. */
export interface MeterTotal {
  readonly meter: Meter;
  readonly rate: (Rate & { readonly currency: string }) | undefined;
  /** Absent where no use has one. */
  readonly quantity: number | undefined;
  readonly uses: number;
  /** How many of the uses have no quantity. */
  readonly unquantified: number;
}

export function totalByMeter(connections: readonly ConnectionPrice[]): readonly MeterTotal[] {
  const items = connections.flatMap((connection) => connection.items);
  const groups = groupBy(items, ({ meter }) =>
    JSON.stringify([meter.serviceName, meter.productName, meter.meterName, meter.location, meter.unit]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const quantities = group.flatMap(({ meter }) => meter.quantity ?? []);
    return [
      {
        meter: first.meter,
        rate: first.rate && { ...first.rate, currency: priceSheet.currency },
        quantity:
          quantities.length === 0 ? undefined : quantities.reduce((sum, quantity) => sum + quantity, 0),
        uses: group.length,
        unquantified: group.length - quantities.length,
      },
    ];
  });
}
