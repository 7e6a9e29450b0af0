/** Members of a resource beside its properties that are kept, by lower-cased name. */
const KEPT = new Map(
  ["sku", "zones", "tags", "kind", "identity", "extendedLocation", "plan"].map((key) => [
    key.toLowerCase(),
    key,
  ]),
);

/** What every tool adds, and what says where the resource stands: the id and the type say that already. */
const OF_TOOLS = new Set([
  "id",
  "name",
  "type",
  "location",
  "etag",
  "resourcegroup",
  "resourcegroupname",
  "subscriptionid",
  "tenantid",
  "managedby",
  "apiversion",
  "systemdata",
  "createdtime",
  "changedtime",
  "resourceid",
  "resourcename",
  "resourcetype",
  "parentresource",
  "extensionresourcename",
  "extensionresourcetype",
]);

/** These types have their SKU among their properties. */
const SKU_IN_PROPERTIES = new Set(
  ["virtualNetworkGateways", "azureFirewalls", "applicationGateways", "virtualHubs", "firewallPolicies"].map(
    (type) => `Microsoft.Network/${type}`.toLowerCase(),
  ),
);

/** How ARM spells a member that stands beside `properties`; `undefined` for any other. */
export function envelopeKeyOf(key: string, type: string): string | undefined {
  const name = key.toLowerCase();
  return name === "sku" && SKU_IN_PROPERTIES.has(type.toLowerCase()) ? undefined : KEPT.get(name);
}

export function isOfTool(key: string): boolean {
  return OF_TOOLS.has(key.toLowerCase());
}
