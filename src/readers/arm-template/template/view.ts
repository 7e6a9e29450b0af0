import type { Value } from "../../../model/unknown.ts";
import { openObject } from "../expression/open-objects.ts";
import { originOfPlace } from "../expression/place.ts";
import { type DeploymentView, type Scope, type Target, unknownHere } from "../expression/scope.ts";
import { scopeOf } from "../functions/scope-ids.ts";
import type { Deployment, World } from "./deployment.ts";
import { findResource } from "./find-resource.ts";
import { textUnder } from "./own-key.ts";
import { answerReference, answerReferences, answerResourceInfo } from "./references.ts";

/** What the expressions of a deployment can ask of it. */
export function viewOf(deployment: Deployment): DeploymentView {
  return {
    target: deployment.target,
    stem: deployment.depth === 0 ? "" : `${deployment.name}:`,
    describe: (scope) => describe(deployment, scope),
    resourceGroup: (scope) => resourceGroup(deployment.target, deployment.world, scope),
    reference: (named, isFull, scope) => answerReference(deployment, named, isFull, scope),
    references: (symbol, isFull, scope) => answerReferences(deployment, symbol, isFull, scope),
    resourceInfo: (symbol, scope) => answerResourceInfo(deployment, symbol, scope),
  };
}

function describe({ name, uri, target, template, world }: Deployment, scope: Scope): Value {
  const rest = unknownHere(scope, "only Azure knows it of the deployment");
  const id = `${scopeOf(target)}/providers/Microsoft.Resources/deployments/${name}`;
  const contentVersion = textUnder(template, "contentVersion");
  return openObject(
    {
      id,
      name,
      ...(world.settings.location === undefined ? {} : { location: world.settings.location }),
      properties: openObject(
        {
          mode: "Incremental",
          provisioningState: "Accepted",
          template: openObject(contentVersion === undefined ? {} : { contentVersion }, rest),
          templateLink: openObject({ uri }, rest),
        },
        rest,
      ),
    },
    rest,
  );
}

/** A resource group is where the template that makes it says, or where the person who asks says. */
function resourceGroup(target: Target, world: World, scope: Scope): Value {
  const id = scopeOf({ ...target, kind: "resourceGroup" });
  const made = findResource(world, id);
  const isMain = world.main !== undefined && scopeOf({ ...world.main.target, kind: "resourceGroup" }) === id;
  if (!world.settings.isNamed) scope.run.standIn("resourceGroup", originOfPlace(scope.place));
  const location =
    made?.body().location ??
    (isMain && world.settings.location !== undefined
      ? world.settings.location
      : unknownHere(scope, `only Azure knows in which region the resource group ${target.resourceGroup} is`));
  return openObject(
    {
      id,
      name: target.resourceGroup,
      type: "Microsoft.Resources/resourceGroups",
      location,
      properties: { provisioningState: "Succeeded" },
    },
    unknownHere(scope, "only Azure knows it of the resource group"),
  );
}
