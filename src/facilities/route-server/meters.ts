import { hoursAMonth } from "../../azure/hours-a-month.ts";
import type { Meter } from "../../model/meter.ts";

interface Billed {
  readonly name: string;
  readonly region: string | undefined;
  readonly publicAddresses: number;
}

/** The server and its address, by the hour. */
export function routeServerMeters({ name, region, publicAddresses }: Billed): readonly Meter[] {
  const hourly = { unit: "hour", location: region } as const;
  const server: Meter = {
    ...hourly,
    serviceName: "Route Server",
    productName: "Route Server",
    meterName: "Route Server",
    quantity: hoursAMonth.value,
    label: `${name}, the Route Server`,
  };
  if (publicAddresses === 0) return [server];
  return [
    server,
    {
      ...hourly,
      serviceName: "Virtual Network",
      productName: "IP Addresses",
      meterName: "Standard IPv4 Static Public IP",
      quantity: publicAddresses * hoursAMonth.value,
      label: `${name}, ${publicAddresses} public IP address${publicAddresses === 1 ? "" : "es"}`,
    },
  ];
}
