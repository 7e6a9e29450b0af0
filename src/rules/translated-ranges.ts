import { contains, firstAddress, type Prefix, prefixOf, translate } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { isList } from "../model/unknown.ts";
import { allVpnGateways } from "../model/virtual-network-gateway.ts";
import { type NatRule, natRulesOf } from "./nat-rules.ts";

/** Whether a gateway's NAT rule shows what is at these addresses of a site at others. */
export function translatedRanges(estate: EstateIndex): (prefix: Prefix) => boolean {
  const internal = allVpnGateways(estate)
    .flatMap(({ resource }) => natRulesOf(resource, estate))
    .filter(({ mode }) => mode === "IngressSnat")
    .flatMap(({ internalMappings }) => internalMappings.map(({ range }) => range.prefix));
  return (prefix) => internal.some((range) => contains(range, prefix));
}

/** What Azure sees of a site's range over this connection; `undefined` where that is the range itself. */
export function translatedBy(
  connection: Resource,
  gateway: Resource | undefined,
  estate: EstateIndex,
): (prefix: Prefix) => Prefix | undefined {
  const list = propertyOf(connection, "ingressNatRules");
  if (!gateway || !isList(list)) return () => undefined;

  const named = new Set(list.map((entry) => keyOf(textOf(valueAt(entry, ["id"])) ?? "")));
  const rules = natRulesOf(gateway, estate).filter(({ resource }) => named.has(keyOf(resource.id)));
  return (prefix) => rules.map((rule) => translatedIn(rule, prefix)).find((found) => found !== undefined);
}

function translatedIn({ internalMappings, externalMappings }: NatRule, prefix: Prefix): Prefix | undefined {
  for (const [index, { range }] of internalMappings.entries()) {
    const external = externalMappings[index]?.range.prefix;
    if (!external || !contains(range.prefix, prefix)) continue;

    const first = translate(firstAddress(prefix), range.prefix, external);
    if (first) return prefixOf(first, prefix.length);
  }
  return undefined;
}
