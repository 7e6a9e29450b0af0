/** A name that no shell, no quoted text and no comment reads as anything else. */
export function plainName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} ._()-]/gu, "-");
}

export function showGateway(name: string, id: string): string {
  return `az network vnet-gateway show --name ${plainName(name)}${groupFlag(id)}`;
}

export function groupFlag(id: string): string {
  const group = /\/resourceGroups\/([^/]+)\//i.exec(id)?.[1];
  return group === undefined ? "" : ` --resource-group ${plainName(group)}`;
}
