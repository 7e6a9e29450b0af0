import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Estate, emptyEstate } from "../model/estate.ts";
import type { Resource, ResourceId } from "../model/resource.ts";
import { absentFrom, isHere } from "./absent-from.ts";
import { sayTheSame } from "./same-value.ts";

interface Joined {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Several files that each hold a part of one estate. What two of them say alike is there once; of what they say
 * differently the first counts, and it is reported. What one refers to and another has is not absent.
 */
export function joinEstates(estates: readonly Estate[]): Joined {
  const [only] = estates;
  if (only && estates.length === 1) return { estate: only, diagnostics: [] };

  const resources = new Map<ResourceId, Resource>();
  const diagnostics: Diagnostic[] = [];
  for (const one of estates) {
    for (const [id, resource] of one.resources) {
      const first = resources.get(id);
      if (!first || (first.existing && !resource.existing)) resources.set(id, resource);
      else if (!resource.existing && !sayTheSame(first, resource)) diagnostics.push(differs(resource, first));
    }
  }
  return {
    estate: { ...companionsOf(estates), resources, coverage: coverageOf(estates, resources) },
    diagnostics,
  };
}

function companionsOf(estates: readonly Estate[]): Estate {
  return {
    ...emptyEstate,
    sites: estates.flatMap(({ sites }) => sites),
    providerRouters: estates.flatMap(({ providerRouters }) => providerRouters),
    p2sUsers: estates.flatMap(({ p2sUsers }) => p2sUsers),
    appliances: estates.flatMap(({ appliances }) => appliances),
    observed: estates.flatMap(({ observed }) => observed),
    sameSecrets: estates.flatMap(({ sameSecrets }) => sameSecrets),
  };
}

function coverageOf(
  estates: readonly Estate[],
  resources: ReadonlyMap<ResourceId, Resource>,
): Estate["coverage"] {
  const counts = new Map<string, number>();
  for (const { type, count } of estates.flatMap(({ coverage }) => coverage.passedOver))
    counts.set(type, (counts.get(type) ?? 0) + count);
  const absent = estates.flatMap(({ coverage }) => coverage.absent).filter((id) => !isHere(id, resources));
  return {
    complete: [...new Set(estates.flatMap(({ coverage }) => coverage.complete))],
    absent: [...new Set([...absent, ...absentFrom(resources)])].sort(),
    passedOver: [...counts].map(([type, count]) => ({ type, count })),
  };
}

function differs(resource: Resource, first: Resource): Diagnostic {
  return {
    rule: "estate/duplicate-resource",
    severity: "error",
    message: `${resource.name} stands twice and differs: two files say different things of ${resource.id}.`,
    origin: resource.origin,
    related: [{ message: `${first.name} stands here first, and this is what counts`, origin: first.origin }],
    hint: "Leave out the file that is out of date, or check the two on their own.",
  };
}
