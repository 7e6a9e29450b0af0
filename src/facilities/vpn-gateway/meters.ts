import { hoursAMonth } from "../../azure/hours-a-month.ts";
import type { Meter } from "../../model/meter.ts";

/** What of a VPN gateway is billed. */
export interface Billed {
  readonly name: string;
  readonly sku: string | undefined;
  readonly region: string | undefined;
  readonly publicAddresses: readonly PublicAddress[];
}

export interface PublicAddress {
  readonly sku: "Standard" | "Basic";
  readonly allocation: "Static" | "Dynamic";
}

/** The gateway and its addresses by the hour; tunnels and users are billed to the connections that bring them. */
export function metersOf({ name, sku, region, publicAddresses }: Billed): readonly Meter[] {
  const hourly = { unit: "hour", location: region } as const;
  const gateway: Meter = {
    ...hourly,
    serviceName: "VPN Gateway",
    productName: "VPN Gateway",
    // It is billed all the same: what is not known has a line of its own and no rate.
    meterName: sku === undefined ? "gateway of an unknown SKU" : sku === "Basic" ? "Basic Gateway" : sku,
    quantity: hoursAMonth.value,
    label: `${name}, the gateway`,
  };
  const names = [...new Set(publicAddresses.map(nameOf))].sort();
  const addresses = names.map((meterName): Meter => {
    const count = publicAddresses.filter((address) => nameOf(address) === meterName).length;
    return {
      ...hourly,
      serviceName: "Virtual Network",
      productName: "IP Addresses",
      meterName,
      quantity: count * hoursAMonth.value,
      label: `${name}, ${count} public IP address${count === 1 ? "" : "es"}`,
    };
  });
  return [gateway, ...addresses];
}

function nameOf({ sku, allocation }: PublicAddress): string {
  return `${sku} IPv4 ${allocation} Public IP`;
}
