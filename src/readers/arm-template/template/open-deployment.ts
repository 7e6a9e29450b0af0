import { placeOf } from "../expression/place.ts";
import { nothing, type Scope } from "../expression/scope.ts";
import type { Deployment, Instance, Opening } from "./deployment.ts";
import { noLoops } from "./deployment.ts";
import { readInstances } from "./instances.ts";
import { lazily } from "./lazily.ts";
import { readOutputs } from "./outputs.ts";
import { objectUnder } from "./own-key.ts";
import { readParameters, reportUndeclared } from "./parameters.ts";
import { readUserFunctions } from "./user-functions.ts";
import { readVariables } from "./variables.ts";
import { viewOf } from "./view.ts";

/** A template, and what it deploys: nothing of it is evaluated before somebody asks. */
export function openDeployment(opening: Opening): Deployment {
  const { template, world, outer } = opening;
  const nobody: readonly Instance[] = [];
  const deployment: Deployment = {
    name: opening.name,
    template,
    target: opening.target,
    uri: opening.uri,
    depth: opening.depth,
    isOuter: outer !== undefined,
    world,
    get scope() {
      return scope();
    },
    instances: lazily(
      () => readInstances(deployment),
      () => nobody,
    ),
    outputs: lazily(
      () => readOutputs(deployment),
      () => new Map(),
    ),
  };
  const scope = lazily(
    () => (outer ? { ...outer, place: template.place } : ownScope(deployment, opening)),
    () => outsideScope(deployment),
  );
  return deployment;
}

function ownScope(deployment: Deployment, { given, depth, world }: Opening): Scope {
  const { template } = deployment;
  const scopeOf = (): Scope => scope;
  const parameters = readParameters(template, given, scopeOf, depth > 0);
  reportUndeclared(given, parameters, world.run);
  const scope: Scope = {
    ...outsideScope(deployment),
    parameters,
    variables: readVariables(objectUnder(template, "variables"), scopeOf),
    functions: readUserFunctions(template),
  };
  return scope;
}

/** Of a template that declares nothing. */
function outsideScope(deployment: Deployment): Scope {
  return {
    run: deployment.world.run,
    place: placeOf({ file: "", path: [] }),
    parameters: nothing,
    variables: nothing,
    functions: new Map(),
    calling: [],
    lambdaVariables: new Map(),
    loops: noLoops,
    deployment: viewOf(deployment),
    hidesTexts: false,
  };
}
