import type { Appliance } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Forwarding } from "../model/topology.ts";
import { balancersOf } from "./backend-pools.ts";
import { perEstate } from "./per-estate.ts";

const appliancesByResource = perEstate(
  ({ estate }) => new Map(estate.appliances.map((appliance) => [keyOf(appliance.resource), appliance])),
);

/** What the estate says of this resource as an appliance. */
export function applianceAt(key: ResourceId, estate: EstateIndex): Appliance | undefined {
  return appliancesByResource(estate).get(key);
}

const forwardingOff: Forwarding = { does: "no", because: "IP forwarding is off on the network interface" };
const forwardingUnknown: Forwarding = {
  does: "unknown",
  because: "nobody says whether IP forwarding is on",
};
const takenToForward: Forwarding = {
  does: "yes",
  stateful: false,
  sourceNat: false,
  asOwn: false,
  assumed: "the appliance's own rules are not in the estate; it is taken to forward everything",
};

/** Of a network interface: Azure must let it, and the appliance behind it must do it. */
export function forwardingOf(
  interfaceKey: ResourceId,
  enableIPForwarding: boolean | undefined,
  estate: EstateIndex,
): Forwarding {
  if (enableIPForwarding === undefined) return forwardingUnknown;
  if (!enableIPForwarding) return forwardingOff;

  const appliance = [interfaceKey, ...balancersOf(interfaceKey, estate)]
    .map((key) => applianceAt(key, estate))
    .find((found) => found !== undefined);
  return appliance ? forwardingOfAppliance(appliance) : takenToForward;
}

export function forwardingOfAppliance({ name, forwards, stateful, sourceNat }: Appliance): Forwarding {
  return forwards
    ? { does: "yes", stateful, sourceNat, asOwn: false }
    : { does: "no", because: `the appliance ${name} forwards nothing` };
}
