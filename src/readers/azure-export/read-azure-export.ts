import { spellingOf } from "../../azure/resource-types.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import type { Resource, ResourceId } from "../../model/resource.ts";
import { keyOf, parseResourceId, resourceTypeOf } from "../../model/resource-id.ts";
import type { Document, JsonObject } from "../../source/document.ts";
import type { Origin } from "../../source/origin.ts";
import { absentFrom } from "../absent-from.ts";
import { findKey } from "../arm-template/expression/member-of.ts";
import { flattenResource, type Nameless } from "../estate/flatten-resource.ts";
import { withoutForeignProperties } from "../of-networks.ts";
import { passedOverFindings } from "../passed-over.ts";
import { sayTheSame } from "../same-value.ts";
import { hideSecrets } from "../secrets/hide-secrets.ts";
import { envelopeKeyOf, isOfTool } from "./envelope.ts";
import { azureExportEntries, type ExportEntry, idOf, moreThanEntries } from "./export-entries.ts";
import { uncut } from "./uncut.ts";
import { unflatten } from "./unflatten.ts";

export interface ExportRead {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What Azure tells of resources that exist: from `az`, from Resource Graph, from the REST API or from PowerShell. The id
 * of each says its type and its name.
 */
export function readAzureExport(document: Document): ExportRead {
  const resources = new Map<ResourceId, Resource>();
  const own = new Set<ResourceId>();
  const passedOver = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  const cut: Origin[] = [];
  for (const entry of azureExportEntries(document.value) ?? []) {
    const whole = resourceOf(entry, document.file, (at) => cut.push(at));
    if (!whole && isBroken(entry)) {
      diagnostics.push(invalidId(entry, document.file));
      continue;
    }
    if (!whole) {
      const type = typeOf(entry.value);
      passedOver.set(type, (passedOver.get(type) ?? 0) + 1);
      continue;
    }
    const key = keyOf(whole.id);
    const [itself, ...children] = flattenResource(withoutForeignProperties(whole), (child) =>
      diagnostics.push(nameless(child)),
    );
    const first = own.has(key) ? resources.get(key) : undefined;
    const isSaidTwice = first && itself && !first.existing && !itself.existing;
    if (isSaidTwice && !sayTheSame(first, itself)) diagnostics.push(differs(itself, first));
    if (itself && (!first || (first.existing && !itself.existing))) resources.set(key, itself);
    own.add(key);
    // A child has an entry of its own where somebody asked for it: that one counts.
    for (const child of children) if (!own.has(keyOf(child.id))) resources.set(keyOf(child.id), child);
  }
  const bare = (azureExportEntries(document.value) ?? []).filter(
    (entry) => isBare(entry) && !isBroken(entry),
  );
  const types = [...passedOver].map(([type, count]) => ({ type, count }));
  // Groups and subscriptions are where resources stand, and nothing to read.
  const unread = types.filter(({ type }) => !/^Microsoft\.Resources\//i.test(type));
  return {
    estate: {
      ...emptyEstate,
      resources,
      coverage: { complete: [], absent: absentFrom(resources), passedOver: types },
    },
    diagnostics: [
      ...incomplete(document),
      ...truncated(cut),
      ...withoutProperties(bare, document.file),
      ...diagnostics,
      ...passedOverFindings(unread, "azure-export/unsupported-type", document.file),
    ],
  };
}

/** `undefined` for what stands in no resource group, or extends another resource. */
function resourceOf(
  { value, path, columns }: ExportEntry,
  file: string,
  onCut: (at: Origin) => void,
): Resource | undefined {
  const id = idOf(value) ?? "";
  const parts = parseResourceId(id);
  if (!parts || /\/providers\/.*\/providers\//i.test(id)) return undefined;

  const type = spellingOf(resourceTypeOf(parts));
  const origin = { file, path };
  const { properties, envelope, moved } = unflatten(value, type, id, {
    file,
    from: path,
    to: [],
    ...(columns ? { columns } : {}),
  });
  const location = textAt(value, "location");
  if (isBare({ value })) return bareResource({ id, type, name: parts.names.at(-1) ?? "", location, origin });
  const resource: Resource = {
    id,
    type,
    name: parts.names.at(-1) ?? "",
    ...(location === undefined ? {} : { location: location.replaceAll(" ", "").toLowerCase() }),
    properties,
    ...(Object.keys(envelope).length > 0 ? { envelope } : {}),
    origin,
    ...(moved.length > 0
      ? { parts: [...moved.toSorted((a, b) => b.at.length - a.at.length), { at: [], origin }] }
      : {}),
  };
  return hideSecrets(uncut(resource, onCut));
}

/** `az resource list` says of resources that they are there, and nothing else; so do queries that ask for names alone. */
function isBare({ value }: Pick<ExportEntry, "value">): boolean {
  const key = findKey(value, "properties");
  if (key !== undefined) return value[key] === null;
  return Object.keys(value).every((name) => isOfTool(name) || envelopeKeyOf(name, "") !== undefined);
}

function bareResource({
  location,
  ...told
}: Pick<Resource, "id" | "type" | "name" | "origin"> & { readonly location: string | undefined }): Resource {
  const region = location?.replaceAll(" ", "").toLowerCase();
  return { ...told, ...(region === undefined ? {} : { location: region }), properties: {}, existing: true };
}

function withoutProperties(bare: readonly ExportEntry[], file: string): readonly Diagnostic[] {
  const ofNetworks = bare.filter(({ value }) => /^Microsoft\.Network\//i.test(typeOf(value)));
  const [first] = ofNetworks;
  if (!first) return [];
  const count = ofNetworks.length === 1 ? "1 resource" : `${ofNetworks.length} resources`;
  return [
    {
      rule: "azure-export/missing-properties",
      severity: "warning",
      message: `The file names ${count} of networks, and says nothing else of them.`,
      origin: { file, path: first.path },
      hint: "Export with az network … list, az graph query or Get-AzResource -ExpandProperties.",
    },
  ];
}

/** It names a resource group, and what follows is no type and name by turns. */
function isBroken({ value }: ExportEntry): boolean {
  const id = idOf(value) ?? "";
  return /\/resourceGroups\/[^/]+\/providers\//i.test(id) && !parseResourceId(id);
}

function invalidId({ value, path }: ExportEntry, file: string): Diagnostic {
  return {
    rule: "azure-export/invalid-id",
    severity: "error",
    message: `${idOf(value)} is not the id of a resource in a resource group.`,
    origin: { file, path },
    hint: "Write /subscriptions/…/resourceGroups/…/providers/<type>/<name>, as Azure does.",
  };
}

function typeOf(value: JsonObject): string {
  const [, provider, type] = /.*\/providers\/([^/]+)\/([^/]+)/i.exec(idOf(value) ?? "") ?? [];
  return (
    textAt(value, "type") ?? textAt(value, "resourceType") ?? `${provider ?? "no provider"}/${type ?? ""}`
  );
}

function textAt(value: JsonObject, name: string): string | undefined {
  const key = findKey(value, name);
  const text = key === undefined ? undefined : value[key];
  return typeof text === "string" ? text : undefined;
}

/** A page of several, as the REST API and Resource Graph give them. */
function incomplete({ file, value }: Document): readonly Diagnostic[] {
  const path = moreThanEntries(value);
  if (!path) return [];
  return [
    {
      rule: "azure-export/incomplete-page",
      severity: "warning",
      message: `This is one page of several: ${path.join(".")} leads to what is not in the file.`,
      origin: { file, path },
      hint: "Export the other pages too, and name them together with this one.",
    },
  ];
}

function truncated([first, ...more]: readonly Origin[]): readonly Diagnostic[] {
  if (!first) return [];
  const others = more.length === 0 ? "" : `, and ${more.length} more`;
  return [
    {
      rule: "azure-export/truncated-value",
      severity: "warning",
      message: `PowerShell has cut off ${first.path.findLast((key) => typeof key === "string")}${others}: what lies below its -Depth is not known.`,
      origin: first,
      hint: "Export again with ConvertTo-Json -Depth 100.",
    },
  ];
}

function nameless({ property, type, origin }: Nameless): Diagnostic {
  return {
    rule: "azure-export/invalid-resource",
    severity: "error",
    message: `This entry of ${property} has no name, and every ${type} has one.`,
    origin,
    hint: "Export the resource again, with all of its members.",
  };
}

function differs(resource: Resource, first: Resource): Diagnostic {
  return {
    rule: "azure-export/duplicate-resource",
    severity: "error",
    message: `${resource.name} stands twice and differs: this file says different things of ${resource.id}.`,
    origin: resource.origin,
    related: [{ message: `${first.name} stands here first, and this is what counts`, origin: first.origin }],
    hint: "Leave out the entry that is out of date.",
  };
}
