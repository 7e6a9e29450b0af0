import { directCircuits } from "../../azure/expressroute-circuits.ts";
import { findPeeringLocation } from "../../azure/expressroute-locations.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Meter } from "../../model/meter.ts";

interface Billed {
  readonly name: string;
  readonly tier: string;
  readonly family: string;
  readonly mbps: number;
  readonly peeringLocation: string | undefined;
  /** It stands on ports of ExpressRoute Direct. */
  readonly isDirect: boolean;
}

/**
 * Nothing for what the ports include. The API's words for other circuits of ExpressRoute Direct were not seen, and are
 * such that no provider's circuit lends its price.
 */
export function circuitMeters(billed: Billed): readonly Meter[] {
  const { tier, family, isDirect } = billed;
  const meter = circuitMeter(billed);
  if (!isDirect) return [meter];
  if (formatted(tier, family) === directCircuits.value.includedInPort.toLowerCase()) return [];
  return [{ ...meter, meterName: `Direct ${meter.meterName}` }];
}

function formatted(tier: string, family: string): string {
  return `${tier}_${family}`.toLowerCase();
}

/** A circuit by the month. The API's words for Local were not seen, and are formed like the others. */
function circuitMeter({ name, tier, family, mbps, peeringLocation }: Billed): Meter {
  const plan = isMetered(family) ? "Metered" : "Unlimited";
  return {
    serviceName: "ExpressRoute",
    productName: "ExpressRoute",
    meterName: `${tier} ${plan} Data ${formatBandwidth(mbps)} Circuit`,
    location: zoneOf(peeringLocation),
    unit: "month",
    quantity: 1,
    label: `${name}, ${tier} circuit of ${formatBandwidth(mbps)}`,
  };
}

/** A circuit whose SKU or bandwidth is not known: it is billed, and no rate fits. */
export function unknownCircuitMeter(name: string, peeringLocation: string | undefined): Meter {
  return {
    serviceName: "ExpressRoute",
    productName: "ExpressRoute",
    meterName: "circuit of an unknown SKU or bandwidth",
    location: zoneOf(peeringLocation),
    unit: "month",
    quantity: 1,
    label: `${name}, the circuit`,
  };
}

/** Data that leaves Azure over a metered circuit; what enters is free. */
export function egressMeter(
  name: string,
  peeringLocation: string | undefined,
  gigabytes: number | undefined,
): Meter {
  return {
    serviceName: "ExpressRoute",
    productName: "ExpressRoute",
    meterName: "Metered Data - Data Transfer Out",
    location: zoneOf(peeringLocation),
    unit: "GB",
    quantity: gigabytes,
    label: `leaving Azure over ${name}`,
  };
}

function isMetered(family: string): boolean {
  return family.toLowerCase() === "metereddata";
}

function zoneOf(peeringLocation: string | undefined): string | undefined {
  const known = peeringLocation === undefined ? undefined : findPeeringLocation(peeringLocation);
  return known && `Zone ${known.zone}`;
}
