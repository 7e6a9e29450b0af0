import type { PriceItem } from "../prices/price-items.ts";

/** `VPN Gateway, VpnGw1AZ, westeurope (hub-vpn)` */
export function titleOfItem({ meter, of }: Pick<PriceItem, "meter" | "of">): string {
  const { productName, meterName, location } = meter;
  const place = location === undefined ? "" : `, ${location}`;
  return `${productName}, ${meterName}${place}${of === undefined ? "" : ` (${of})`}`;
}
