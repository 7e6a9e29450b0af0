import { spellingOf } from "../../azure/resource-types.ts";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import type { Resource, ResourceId } from "../../model/resource.ts";
import { keyOf, parseResourceId } from "../../model/resource-id.ts";
import { isObject, isUnknown, type Value } from "../../model/unknown.ts";
import { absentFrom } from "../absent-from.ts";
import { flattenResource, type Nameless } from "../estate/flatten-resource.ts";
import { hideSecrets } from "../secrets/hide-secrets.ts";
import { findKey } from "./expression/member-of.ts";
import { originOfPlace, placeWithin } from "./expression/place.ts";
import type { Run } from "./expression/run.ts";
import { reportStandIns } from "./report-stand-ins.ts";
import type { Deployment, Instance } from "./template/deployment.ts";
import { withStandIns } from "./with-stand-ins.ts";

/** Every resource that all these deployments make, children taken out of their parents' properties. */
export function buildEstate(deployments: readonly Deployment[], run: Run): Estate {
  const resources = new Map<ResourceId, Resource>();
  const passedOver = new Map<string, number>();
  for (const { instances } of deployments) {
    const here = new Map<ResourceId, Resource>();
    for (const instance of instances()) {
      if (instance.nested) continue;
      if (!isHeld(instance)) {
        const type = spellingOf(instance.type);
        if (!instance.isExisting) passedOver.set(type, (passedOver.get(type) ?? 0) + 1);
        continue;
      }
      addResource(resources, here, instance, run);
    }
  }
  reportStandIns([...resources.values()], run);
  return {
    ...emptyEstate,
    resources,
    coverage: {
      complete: [],
      absent: absentFrom(resources),
      passedOver: [...passedOver].map(([type, count]) => ({ type, count })),
    },
  };
}

/** In a resource group, and not an extension of another resource. */
function isHeld({ id }: Instance): boolean {
  return parseResourceId(id) !== undefined && !/\/providers\/.*\/providers\//i.test(id);
}

/**
 * Two entries of one template with one id are a mistake. A child that also stands inside its parent is none, and nor is
 * what another deployment deploys again: the entry of its own counts, and else the later one.
 */
function addResource(
  resources: Map<ResourceId, Resource>,
  here: Map<ResourceId, Resource>,
  instance: Instance,
  run: Run,
): void {
  const whole = resourceOf(instance, run);
  const key = keyOf(whole.id);
  const first = here.get(key);
  if (first && !first.existing && !whole.existing) {
    reportTwice(whole, first, run);
    // The later one is deployed over the first, and what stood inside of that goes with it.
    for (const { id } of flattenResource(first, () => {}))
      if (!here.has(keyOf(id))) resources.delete(keyOf(id));
  }
  if (!first || first.existing) here.set(key, whole);
  for (const [index, one] of [...flattenResource(whole, (child) => reportNameless(child, run))].entries()) {
    const before = resources.get(keyOf(one.id));
    const isOwn = index === 0;
    if (before && !before.existing && (one.existing || (!isOwn && here.has(keyOf(one.id))))) continue;
    resources.set(keyOf(one.id), one);
  }
}

function resourceOf(instance: Instance, run: Run): Resource {
  const { id, type, name, entry, isExisting } = instance;
  const { properties, location, envelope, parts } = instance.body();
  const origin = originOfPlace(entry.place);
  const written = findKey(entry.value, "properties") ?? "properties";
  const around = { at: ["properties"], origin: originOfPlace(placeWithin(entry.place, written)) };
  if (isUnknown(properties)) reportUnknown(instance, properties.because, run);
  const region = regionOf(location);
  return hideSecrets({
    id,
    type: spellingOf(type),
    name: name.split("/").at(-1) ?? name,
    ...(region === undefined ? {} : { location: region }),
    properties: isObject(properties) ? withStandIns(properties) : {},
    ...(Object.keys(envelope).length > 0 ? { envelope } : {}),
    ...(isExisting || isUnknown(properties) ? { existing: true } : {}),
    origin,
    ...(parts.length > 0 || written !== "properties"
      ? { parts: [...parts, around, { at: [], origin }] }
      : {}),
  });
}

/** `West Europe` is the region westeurope. */
function regionOf(location: Value | undefined): Resource["location"] {
  if (typeof location === "string") return location.replaceAll(" ", "").toLowerCase();
  return isUnknown(location) ? location : undefined;
}

function reportTwice({ name, id, origin }: Resource, first: Resource, run: Run): void {
  run.report({
    rule: "arm-template/duplicate-resource",
    severity: "error",
    message: `${name} stands twice: two entries of one template have the id ${id}.`,
    origin,
    related: [{ message: `${first.name} stands here first`, origin: first.origin }],
    hint: "Remove one of them, or give it another name.",
  });
}

function reportUnknown({ name, entry }: Instance, because: string, run: Run): void {
  run.report({
    rule: "arm-template/unknown-resource",
    severity: "warning",
    message: `The properties of ${name} are not known, because ${because}.`,
    origin: originOfPlace(placeWithin(entry.place, "properties")),
    hint: "Give a value to what is not known.",
  });
}

function reportNameless({ property, type, name, origin }: Nameless, run: Run): void {
  const isAsked = isUnknown(name);
  run.report({
    rule: isAsked ? "arm-template/unknown-resource" : "arm-template/invalid-resource",
    severity: isAsked ? "warning" : "error",
    message: isAsked
      ? `An entry of ${property} is left out: its name is not known, because ${name.because}.`
      : `This entry of ${property} has no name, and every ${type} has one.`,
    origin,
    hint: isAsked ? "Give a value to what is not known." : "Write a name beside its properties.",
  });
}
