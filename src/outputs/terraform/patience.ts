import { vpnGatewayCreationMinutes } from "../../azure/gateways.ts";
import { slowResourceTypes } from "../../azure/slow-resource-types.ts";
import { propertyOf, textOf } from "../../model/properties.ts";
import { parentIdOf } from "../../model/resource-id.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import { type Argument, argumentLines, block, listText, objectText } from "./layout.ts";
import { quoted } from "./text.ts";

const PEERING = "microsoft.network/virtualnetworks/virtualnetworkpeerings";

/**
 * A network that is being changed takes no peering, and the provider sends ten requests at once: peerings of one network
 * go one after another, and whatever else changes it is waited for.
 * https://github.com/hashicorp/terraform-provider-azurerm/issues/2605 (the error, of the other provider), read 2026-11-28
 */
export function oneAtATime(
  { resource }: WrittenResource,
  referenceTo: (id: string) => string,
): readonly Argument[] {
  if (resource.type.toLowerCase() !== PEERING) return [];

  const networks = [parentIdOf(resource.id), textOf(propertyOf(resource, "remoteVirtualNetwork", "id"))];
  const retried = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"];
  return [
    ["locks", listText(networks.filter((id) => id !== undefined).map(referenceTo))],
    ["retry", objectText([["error_message_regex", listText(retried.map(quoted))]])],
  ];
}

/**
 * The provider gives up after 30 minutes, and a gateway may take longer.
 * https://github.com/Azure/terraform-provider-azapi/blob/main/internal/services/azapi_resource.go, read 2026-11-28
 */
export function timeouts({ resource }: WrittenResource): readonly string[] {
  if (!slowResourceTypes.value.includes(resource.type.toLowerCase())) return [];

  const limit = quoted(`${2 * vpnGatewayCreationMinutes.value}m`);
  const lines = argumentLines(["create", "update", "delete"].map((step) => [step, limit]));
  return block("timeouts", lines).split("\n");
}
