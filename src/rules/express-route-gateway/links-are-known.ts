import type { EstateIndex } from "../../model/estate-index.ts";
import type { ExpressRouteGateway } from "../../model/express-route-gateway.ts";
import { unknownAt } from "../../model/unknown-at.ts";
import { isSubscriptionComplete } from "../complete-subscription.ts";

const CONNECTION = "Microsoft.Network/connections";

/** Whether no connection of the gateway is missing: they stand in its subscription, in whatever resource group. */
export function linksAreKnown({ resource }: ExpressRouteGateway, estate: EstateIndex): boolean {
  if (resource.existing || !isSubscriptionComplete(resource, estate)) return false;

  return !estate
    .all(CONNECTION)
    .some(
      (connection) =>
        connection.existing ||
        unknownAt(connection, "connectionType") ||
        unknownAt(connection, "peer", "id") ||
        unknownAt(connection, "virtualNetworkGateway1", "id"),
    );
}
