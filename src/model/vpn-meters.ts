import { hoursAMonth } from "../azure/hours-a-month.ts";
import type { Meter } from "./meter.ts";

/** An hour of one Site-to-Site or VNet-to-VNet tunnel: a `connections` resource, however many instances it reaches. */
export function tunnelHours(name: string, region: string | undefined): Meter {
  return {
    serviceName: "VPN Gateway",
    productName: "VPN Gateway",
    meterName: "S2S Connection",
    location: region,
    unit: "hour",
    quantity: hoursAMonth.value,
    label: `tunnel ${name}`,
  };
}

/** Data that leaves Azure through a VPN gateway; what comes in is free. */
export function outboundData(
  label: string,
  region: string | undefined,
  gigabytes: number | undefined,
): Meter {
  return {
    serviceName: "Bandwidth",
    productName: "Rtn Preference: MGN",
    meterName: "Standard Data Transfer Out",
    location: region,
    unit: "GB",
    quantity: gigabytes,
    label,
  };
}
