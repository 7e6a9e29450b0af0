import { resourceGroupName } from "../../azure/virtual-network-limits.ts";
import { sameType } from "../../model/resource.ts";
import { parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import { VIRTUAL_NETWORK } from "../../model/virtual-network.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import type { VirtualNetworkEntry } from "./intent-file.ts";
import { type Reading, report } from "./reading.ts";

export function checkExisting(
  reading: Reading,
  name: string,
  entry: VirtualNetworkEntry,
  origin: Origin,
): void {
  const parts = parseResourceId(entry.existing ?? "");
  if (!parts || !sameType(resourceTypeOf(parts), VIRTUAL_NETWORK)) {
    report(
      reading,
      "intent/invalid-id",
      origin,
      `${name} is to be the existing "${entry.existing}", which is not the id of a virtual network.`,
      "Write /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/….",
    );
  }
  if (entry.addressSpace === undefined && !reading.damage.lost("virtualNetworks", name)) {
    report(
      reading,
      "intent/missing-address-space",
      originWithin({ ...origin, path: origin.path.slice(0, -1) }),
      `${name} exists already, and its ranges are not given.`,
      "Write its addressSpace as Azure shows it.",
      { at: "key" },
    );
  }
}

export function checkScope(
  reading: Reading,
  name: string,
  entry: VirtualNetworkEntry,
  defaultGroup: string | undefined,
  within: (key: string) => Origin,
): void {
  const { resourceGroup, subscription } = entry;
  if (resourceGroup !== undefined && !new RegExp(resourceGroupName.value).test(resourceGroup)) {
    report(
      reading,
      "intent/invalid-name",
      within("resourceGroup"),
      `${name} is in "${resourceGroup}", which is no name of a resource group.`,
      "Use letters, digits, dots, dashes, underscores and parentheses.",
    );
  }
  if (subscription !== undefined && !isSubscription(subscription)) {
    report(
      reading,
      "intent/invalid-id",
      within("subscription"),
      `${name} is in the subscription "${subscription}", which is not an id of one.`,
      "Write the subscription's GUID.",
    );
  }
  if (subscription !== undefined && (resourceGroup ?? defaultGroup) === undefined) {
    report(
      reading,
      "intent/missing-resource-group",
      within("subscription"),
      `${name} names a subscription and no resource group in it.`,
      "Write resourceGroup beside it.",
    );
  }
}

export function isSubscription(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
