import type { RecognisedConnection } from "./connection-kind.ts";
import type { GatewayConnection } from "./gateway-connection.ts";
import { propertyOf, textOf } from "./properties.ts";

/** What Azure reports of all of them; where it reports nothing, nothing speaks against them. */
export function stateOfTunnels(connections: readonly GatewayConnection[]): RecognisedConnection["state"] {
  const statuses = connections.map(({ resource }) =>
    textOf(propertyOf(resource, "connectionStatus"))?.toLowerCase(),
  );
  if (statuses.every((status) => status === "notconnected")) return "down";
  return statuses.some((status) => status === "notconnected" || status === "connecting") ? "partial" : "up";
}
