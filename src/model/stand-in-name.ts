/**
 * A name, or a part of one, that a template makes of what nobody has said: `<vnetName>`. No name in Azure has an angle
 * bracket, so it can be told from every real one: a rule about how names are spelt has nothing to say of it.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function isStandInName(name: string): boolean {
  return /<[^/]*>/.test(name);
}
