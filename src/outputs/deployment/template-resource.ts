import { envelopeMembers } from "../../azure/deployments.ts";
import { inlineChildren } from "../../azure/inline-children.ts";
import { readOnlyProperties } from "../../azure/read-only-properties.ts";
import { spellingOf } from "../../azure/resource-types.ts";
import type { Resource } from "../../model/resource.ts";
import { resourceTypeOf } from "../../model/resource-id.ts";
import type { ValueObject } from "../../model/unknown.ts";
import { literal, type Member, membersOf, type NameUnknown, type TemplateObject } from "./template-value.ts";
import type { WrittenResource } from "./written-resource.ts";

/** What a template says of one resource, beside its type and name. */
export interface TemplateResource {
  readonly type: string;
  /** Location and envelope, as they stand beside the properties. */
  readonly members: readonly Member[];
  readonly properties: TemplateObject;
  /** The name of the parameter that switches it on. */
  readonly condition?: string;
}

export function templateResource(
  written: WrittenResource,
  nameUnknown: NameUnknown,
  nameOfSwitch: (name: string, because: string) => string,
): TemplateResource {
  const { resource, children, parts } = written;
  const { deployWhen } = resource;
  return {
    ...(deployWhen ? { condition: nameOfSwitch(deployWhen.parameter, deployWhen.because) } : {}),
    type: spellingOf(resourceTypeOf(parts)),
    members: membersBesideProperties(resource, [], nameUnknown),
    properties: {
      type: "object",
      members: [...ownProperties(resource, [], nameUnknown), ...childLists(children, nameUnknown)],
    },
  };
}

function membersBesideProperties(
  resource: Resource,
  path: readonly string[],
  nameUnknown: NameUnknown,
): Member[] {
  const { location, envelope = {} } = resource;
  const written: ValueObject = {
    ...(location === undefined ? {} : { location }),
    ...pick(envelope, (name) => envelopeMembers.value.some((member) => member === name)),
  };
  return [...membersOf(written, path, nameUnknown)];
}

function ownProperties({ type, properties }: Resource, path: readonly string[], nameUnknown: NameUnknown) {
  const readOnly = [
    ...(readOnlyProperties.value["*"] ?? []),
    ...(readOnlyProperties.value[type.toLowerCase()] ?? []),
  ];
  return membersOf(
    pick(properties, (name) => !readOnly.includes(name)),
    path,
    nameUnknown,
  );
}

/** One list for each type of child, as the parent's property of it. */
function childLists(children: readonly Resource[], nameUnknown: NameUnknown): readonly Member[] {
  const properties = [...new Set(children.map(propertyOfParent))];
  return properties.map((property) => ({
    name: property,
    value: {
      type: "list",
      items: children
        .filter((child) => propertyOfParent(child) === property)
        .map((child) => childObject(child, property, nameUnknown)),
    },
  }));
}

function childObject(child: Resource, property: string, nameUnknown: NameUnknown): TemplateObject {
  const path = [property, child.name];
  return {
    type: "object",
    members: [
      { name: "name", value: literal(child.name) },
      ...membersBesideProperties(child, path, nameUnknown),
      { name: "properties", value: { type: "object", members: ownProperties(child, path, nameUnknown) } },
    ],
  };
}

function propertyOfParent({ type }: Resource): string {
  return inlineChildren.value[type.toLowerCase()] ?? "";
}

function pick(object: ValueObject, isWanted: (name: string) => boolean): ValueObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => isWanted(name)));
}
