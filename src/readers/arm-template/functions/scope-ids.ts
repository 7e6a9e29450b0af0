import type { Target } from "../expression/scope.ts";

/** The id that everything in a scope begins with; empty for the tenant. */
export function scopeOf({ kind, subscription, resourceGroup, managementGroup }: Target): string {
  switch (kind) {
    case "resourceGroup":
      return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
    case "subscription":
      return `/subscriptions/${subscription}`;
    case "managementGroup":
      return `/providers/Microsoft.Management/managementGroups/${managementGroup}`;
    case "tenant":
      return "";
  }
}

/** `Microsoft.Network/virtualNetworks/subnets` and `hub`, `web` below a scope. */
export function idWithin(scope: string, type: string, names: readonly string[]): string {
  const [provider = "", ...types] = type.split("/");
  const path = types.map((one, index) => `${one}/${names[index] ?? ""}`).join("/");
  const isGroup =
    /^microsoft\.resources\/resourcegroups$/i.test(type) && /^\/subscriptions\/[^/]+$/i.test(scope);
  return isGroup ? `${scope}/resourceGroups/${names[0] ?? ""}` : `${scope}/providers/${provider}/${path}`;
}
