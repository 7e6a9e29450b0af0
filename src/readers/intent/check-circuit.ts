import { EXPRESS_ROUTE_PORT } from "../../model/express-route-port.ts";
import { sameType } from "../../model/resource.ts";
import { parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import type { CircuitEntry } from "./intent-file.ts";
import { type Reading, report } from "./reading.ts";

/** A circuit is there, or a provider lays it, or it stands on ports of the customer: one of the three. */
export function checkCircuit(
  reading: Reading,
  site: string,
  { existing, provider, port }: CircuitEntry,
  origin: Origin,
): void {
  if (port === undefined) {
    if (existing !== undefined || provider !== undefined || reading.damage.lost(...origin.path)) return;
    report(
      reading,
      "intent/missing-value",
      origin,
      `A circuit of ${site} has no provider, no port and no existing.`,
      "Write the provider as Azure lists it, or as port the id of your port pair of ExpressRoute Direct.",
    );
    return;
  }
  const place = originWithin(origin, "port");
  const other = provider !== undefined ? "provider" : existing !== undefined ? "existing" : undefined;
  if (other !== undefined) {
    const message =
      other === "provider"
        ? `A circuit of ${site} has both a provider and a port: on a port pair of ExpressRoute Direct no provider has a part.`
        : `A circuit of ${site} exists already and names a port: what it stands on is settled.`;
    report(reading, "intent/invalid-value", place, message, `Remove port or ${other}.`);
  }
  if (isPortId(port)) return;
  report(
    reading,
    "intent/invalid-id",
    place,
    `A circuit of ${site} is to stand on the port "${port}", which is not the id of a port pair of ExpressRoute Direct.`,
    "Write /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/expressRoutePorts/….",
  );
}

function isPortId(id: string): boolean {
  const parts = parseResourceId(id);
  return parts !== undefined && sameType(resourceTypeOf(parts), EXPRESS_ROUTE_PORT);
}
