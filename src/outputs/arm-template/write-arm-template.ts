import type { Estate } from "../../model/estate.ts";
import type { JsonObject } from "../../source/document.ts";
import { deployCommand, requiredGroups } from "../deployment/how-to-deploy.ts";
import { type About, buildTemplates, type Templates } from "../deployment/templates.ts";
import { literalText, type Place } from "./expression.ts";
import { nestedDeployment } from "./nested-deployment.ts";
import { parameterEntries } from "./parameter-entries.ts";
import { resourceEntry } from "./resource-entry.ts";
import { template } from "./template.ts";

const FILE = "template.json";

export function writeArmTemplate(estate: Estate, about: About): ReadonlyMap<string, string> {
  const templates = buildTemplates(estate, about);
  const { plan, parameters } = templates;
  const home: Place = { scope: plan.home, isNested: false };
  const main = template(metadataOf(templates), parameterEntries([...parameters.values()]), [
    ...plan.resources.map((written) => resourceEntry(written, home, templates)),
    ...plan.nested.map((deployment) => nestedDeployment(deployment, home, templates)),
  ]);
  return new Map([[FILE, `${JSON.stringify(main, null, 2)}\n`]]);
}

/** JSON has no comments, so what a person must know stands here. */
function metadataOf({ name, description, plan }: Templates): JsonObject {
  return {
    name: literalText(name),
    ...(description === undefined ? {} : { description: literalText(description) }),
    generator: "isthmus",
    requires: literalText(requiredGroups(plan)),
    deployWith: literalText(deployCommand(plan, FILE)),
  };
}
