/** `virtualNetworks/hub` in a file means that network in the file's own resource group. */
export function absolute(id: string, scope: string): string {
  return id.startsWith("/") ? id : `${scope}/providers/Microsoft.Network/${id}`;
}
