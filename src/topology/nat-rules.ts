import { natRuleMode } from "../azure/nat.ts";
import { contains, firstAddress, type Prefix, prefixOf, translate } from "../ip/index.ts";
import { isValid, readRanges } from "../model/address-range.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { nameOfId } from "../model/name-of-id.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import type { Resource } from "../model/resource.ts";
import type { Gap, Translation } from "../model/topology.ts";
import { isList, type Value } from "../model/unknown.ts";
import { notModelled } from "./gap.ts";

/** What a connection's packets become, by the side whose addresses change. */
export interface Translations {
  /** Of the network's addresses, when packets leave the gateway. */
  readonly ofNetwork: readonly Translation[];
  /** Of the site's addresses, when packets leave its device. */
  readonly ofSite: readonly Translation[];
}

/** Of the connection's tunnel at one instance: a rule may belong to one instance alone. */
export function translationsOf(connection: Resource, instance: number, estate: EstateIndex): Translations {
  const rules = (property: string) => rulesNamed(connection, property, estate);
  const { site, azure } = natRuleMode.value;
  return {
    ofNetwork: translationsIn(rules("egressNatRules"), azure, instance, estate),
    ofSite: translationsIn(rules("ingressNatRules"), site, instance, estate),
  };
}

/** The range as the other side sees it. */
export function translatedPrefix(prefix: Prefix, translations: readonly Translation[]): Prefix {
  for (const { internal, external, dynamic } of translations) {
    if (!contains(internal, prefix)) continue;
    if (dynamic) return external;

    const first = translate(firstAddress(prefix), internal, external);
    return (first && prefixOf(first, prefix.length)) ?? prefix;
  }
  return prefix;
}

export function* gapsOfNatRules(connection: Resource, estate: EstateIndex): Iterable<Gap> {
  for (const property of ["egressNatRules", "ingressNatRules"]) {
    const value = propertyOf(connection, property);
    if (value !== undefined && value !== null && !isList(value))
      yield notModelled(connection, `the ${property} of ${connection.name} are not known`);
    for (const id of idsIn(value)) {
      const rule = estate.find(id);
      if (!rule) {
        yield notModelled(connection, `the NAT rule ${id} is not in the estate`);
        continue;
      }
      if (readMappings(rule).length === 0)
        yield notModelled(rule, `the ranges of the NAT rule ${rule.name} do not fit each other`);
      if (hasPorts(rule)) yield notModelled(rule, `the NAT rule ${rule.name} translates some ports alone`);
    }
  }
}

function rulesNamed(connection: Resource, property: string, estate: EstateIndex): readonly Resource[] {
  return idsIn(propertyOf(connection, property)).flatMap((id) => estate.find(id) ?? []);
}

function idsIn(value: Value | undefined): readonly string[] {
  return isList(value) ? value.flatMap((item) => textOf(valueAt(item, ["id"])) ?? []) : [];
}

function translationsIn(
  rules: readonly Resource[],
  mode: string,
  instance: number,
  estate: EstateIndex,
): readonly Translation[] {
  return rules
    .filter((rule) => (textOf(propertyOf(rule, "mode")) ?? mode).toLowerCase() === mode.toLowerCase())
    .filter((rule) => isOfInstance(rule, instance, estate))
    .flatMap(readMappings);
}

/** `ipConfigurationId` names one of the gateway's configurations, which are in the order of its instances. */
function isOfInstance(rule: Resource, instance: number, estate: EstateIndex): boolean {
  const id = textOf(propertyOf(rule, "ipConfigurationId"));
  const gateway = estate.parentOf(rule);
  const configurations = gateway && propertyOf(gateway, "ipConfigurations");
  if (id === undefined || id === "" || !isList(configurations)) return true;

  const wanted = nameOfId(id).toLowerCase();
  const index = configurations.findIndex((item) => textOf(valueAt(item, ["name"]))?.toLowerCase() === wanted);
  return index === -1 || index === instance;
}

function readMappings(rule: Resource): readonly Translation[] {
  const dynamic = textOf(propertyOf(rule, "type"))?.toLowerCase() === "dynamic";
  const [internal, external] = ["internalMappings", "externalMappings"].map((list) => rangesIn(rule, list));
  return (internal ?? []).flatMap((range, index): Translation[] => {
    const other = external?.[index] ?? (dynamic ? external?.[0] : undefined);
    if (!other || (!dynamic && other.length !== range.length)) return [];
    return [{ name: rule.name, internal: range, external: other, dynamic }];
  });
}

function rangesIn(rule: Resource, list: string): readonly Prefix[] {
  const mappings = propertyOf(rule, list);
  if (!isList(mappings)) return [];

  return mappings
    .flatMap((mapping) => readRanges(rule, [list], valueAt(mapping, ["addressSpace"])))
    .filter(isValid)
    .map(({ prefix }) => prefix);
}

function hasPorts(rule: Resource): boolean {
  return ["internalMappings", "externalMappings"].some((list) => {
    const mappings = propertyOf(rule, list);
    return isList(mappings) && mappings.some((mapping) => (valueAt(mapping, ["portRange"]) ?? null) !== null);
  });
}
