import type { EstateIndex } from "../model/estate-index.ts";
import { numberOf } from "../model/number-of.ts";
import { propertyOf, textOf, textsOf } from "../model/properties.ts";
import type { Resource } from "../model/resource.ts";
import type { FilterRule, PortRange } from "../model/topology.ts";
import { isList, isObject, isUnknown, type Unknown, type Value } from "../model/unknown.ts";
import type { Direction } from "./filters-of.ts";
import { addressesOf, type Side } from "./security-rule-addresses.ts";

export const anyPort: PortRange = { from: 0, to: 65535 };

/** Read whole, or not at all: of a rule that is half known nobody can say whether it comes first. */
export type SecurityRule =
  | { readonly kind: "rule"; readonly direction: Direction; readonly rule: FilterRule }
  /** `direction` is absent where that is among what is not known. */
  | { readonly kind: "notKnown"; readonly direction?: Direction; readonly because: string };

export function readSecurityRule(resource: Resource, estate: EstateIndex): SecurityRule {
  const direction = directionOf(resource);
  const unknown = firstUnknown(resource.properties);
  if (unknown) return notKnown(direction, `of rule ${resource.name} ${unknown.because}`);

  const priority = numberOf(propertyOf(resource, "priority"));
  const access = accessOf(resource);
  if (!direction || priority === undefined || !access) {
    return notKnown(direction, `rule ${resource.name} lacks its direction, priority or access`);
  }
  const sourcePorts = portsOf(resource, "source");
  const destinationPorts = portsOf(resource, "destination");
  if (!sourcePorts || !destinationPorts) {
    return notKnown(direction, `rule ${resource.name} names a port that is none`);
  }
  return {
    kind: "rule",
    direction,
    rule: {
      name: resource.name,
      priority,
      access,
      protocol: (textOf(propertyOf(resource, "protocol")) ?? "*").toLowerCase(),
      sources: addressesOf(resource, "source", estate),
      destinations: addressesOf(resource, "destination", estate),
      sourcePorts,
      destinationPorts,
      origin: resource.origin,
    },
  };
}

function notKnown(direction: Direction | undefined, because: string): SecurityRule {
  return { kind: "notKnown", ...(direction ? { direction } : {}), because };
}

function directionOf(resource: Resource): Direction | undefined {
  const text = textOf(propertyOf(resource, "direction"))?.toLowerCase();
  return text === "inbound" || text === "outbound" ? text : undefined;
}

function accessOf(resource: Resource): FilterRule["access"] | undefined {
  const text = textOf(propertyOf(resource, "access"))?.toLowerCase();
  return text === "allow" ? "Allow" : text === "deny" ? "Deny" : undefined;
}

function firstUnknown(value: Value): Unknown | undefined {
  if (isUnknown(value)) return value;
  const inner = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const each of inner) {
    const unknown = firstUnknown(each);
    if (unknown) return unknown;
  }
  return undefined;
}

/** `undefined` where one of them is no port; any port where none is named. */
function portsOf(resource: Resource, side: Side): readonly PortRange[] | undefined {
  const one = propertyOf(resource, `${side}PortRange`);
  const several = textsOf(propertyOf(resource, `${side}PortRanges`));
  const texts =
    typeof one === "number" || (typeof one === "string" && one !== "") ? [`${one}`, ...several] : several;
  const ranges = texts.map(readPortRange);
  if (ranges.length === 0) return [anyPort];

  const valid = ranges.filter((range) => range !== undefined);
  return valid.length === ranges.length ? valid : undefined;
}

function readPortRange(text: string): PortRange | undefined {
  if (text.trim() === "*") return anyPort;
  const match = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(text);
  if (!match) return undefined;

  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from <= to && to <= anyPort.to ? { from, to } : undefined;
}
