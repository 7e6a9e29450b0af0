import { propertyOf } from "../../model/properties.ts";
import type { Half } from "./half.ts";

type FalseByDefault = "allowForwardedTraffic" | "allowGatewayTransit" | "useRemoteGateways";

/** Whether a flag that Azure takes for false where it is absent is certainly false. */
export function isNotSet(half: Half, flag: FalseByDefault): boolean {
  const stated = half[flag];
  if (stated !== undefined) return !stated;

  const isAbsent = (propertyOf(half.resource, flag) ?? undefined) === undefined;
  return isAbsent && !half.resource.existing;
}
