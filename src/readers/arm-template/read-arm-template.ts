import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../../diagnostics/from-syntax.ts";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import type { Value } from "../../model/unknown.ts";
import type { Document } from "../../source/document.ts";
import { documentObject } from "./document-object.ts";
import { buildEstate } from "./estate-of-template.ts";
import { type ExpressionCounts, Run, type StandIn } from "./expression/run.ts";
import type { Target } from "./expression/scope.ts";
import { reportLeftOut } from "./report-left-out.ts";
import { reportMissingParameters } from "./report-missing-parameters.ts";
import type { World } from "./template/deployment.ts";
import { deploymentsWithin } from "./template/find-resource.ts";
import { givenByHand, givenInFile } from "./template/given-parameters.ts";
import { TEMPLATE_SCHEME } from "./template/linked.ts";
import { openDeployment } from "./template/open-deployment.ts";
import type { GivenParameters } from "./template/parameters.ts";

/** What a template cannot say of itself. */
export interface TemplateGiven {
  /** Later ones count more. */
  readonly parameterFiles?: readonly Document[];
  /** These count more than any file. */
  readonly parameters?: Readonly<Record<string, Value>>;
  /** Linked templates, by their path from the folder of the main one: `nested/gateway.json`. */
  readonly linkedFiles?: ReadonlyMap<string, Document>;
  /** Where it is deployed; stand-ins where absent. */
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly managementGroup?: string;
  /** The region of the resource group; not known where absent. */
  readonly location?: string;
}

export interface TemplateRead {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
  /** Linked templates that may lie beside the main one: load those that are there, and read again. */
  readonly missingFiles: readonly string[];
  /** What Azure chooses at deployment, for which something fixed stands in the estate. */
  readonly standIns: readonly StandIn[];
  readonly expressions: ExpressionCounts;
}

/**
 * An ARM template, evaluated as far as no cloud is needed. What only Azure can tell is unknown and says why; what is
 * wrong is reported where it stands, and everything else is read all the same.
 */
export function readArmTemplate(document: Document, given: TemplateGiven = {}): TemplateRead {
  const run = new Run();
  const template = documentObject(document);
  const files = [...(given.parameterFiles ?? []), ...(given.linkedFiles?.values() ?? [])];
  const diagnostics = files.flatMap(syntaxDiagnostics);
  const nothing = { missingFiles: [], standIns: [], expressions: run.counts };
  if (!template) return { estate: emptyEstate, diagnostics, ...nothing };

  const world = worldOf(run, given);
  world.main = openDeployment({
    name: document.file.replace(/\.jsonc?$/i, ""),
    template,
    target: targetOf(given, template.value["$schema"]),
    uri: `${TEMPLATE_SCHEME}${document.file}`,
    depth: 0,
    world,
    given: parametersOf(given),
  });
  const deployments = [...deploymentsWithin(world.main)];
  const estate = buildEstate(deployments, run);
  for (const one of deployments) one.outputs();
  for (const one of deployments)
    for (const name of one.scope.parameters.names()) one.scope.parameters.find(name);
  reportLeftOut(run);
  reportMissingParameters(run);
  return {
    estate,
    diagnostics: [...diagnostics, ...run.diagnostics],
    missingFiles: [...world.missing.keys()],
    standIns: [...run.standIns.values()],
    expressions: run.counts,
  };
}

function worldOf(run: Run, given: TemplateGiven): World {
  return {
    run,
    settings: {
      isNamed: given.resourceGroup !== undefined,
      ...(given.location === undefined ? {} : { location: given.location }),
    },
    byId: new Map(),
    left: new Map(),
    main: undefined,
    isOpening: false,
    open: openDeployment,
    size: 0,
    linked: (path) => {
      const document = given.linkedFiles?.get(path);
      return document && documentObject(document);
    },
    missing: new Map(),
  };
}

function parametersOf({ parameterFiles = [], parameters = {} }: TemplateGiven): GivenParameters {
  const files = parameterFiles.flatMap((file) => {
    const object = documentObject(file);
    return object ? [...givenInFile(object)] : [];
  });
  return new Map([...files, ...givenByHand(parameters)]);
}

/** Where a template goes that nobody says more about: the subscription that the file form of estates has, too. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

function targetOf(given: TemplateGiven, schema: unknown): Target {
  return {
    kind: kindOf(typeof schema === "string" ? schema : ""),
    subscription: given.subscriptionId ?? NOBODY,
    resourceGroup: given.resourceGroup ?? "example",
    managementGroup: given.managementGroup ?? "example",
  };
}

function kindOf(schema: string): Target["kind"] {
  if (/subscriptionDeploymentTemplate/i.test(schema)) return "subscription";
  if (/managementGroupDeploymentTemplate/i.test(schema)) return "managementGroup";
  return /tenantDeploymentTemplate/i.test(schema) ? "tenant" : "resourceGroup";
}
