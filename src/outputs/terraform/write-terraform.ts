import type { Estate } from "../../model/estate.ts";
import { requiredGroups } from "../deployment/how-to-deploy.ts";
import { type About, buildTemplates } from "../deployment/templates.ts";
import { comment, fileText } from "./layout.ts";
import { settings } from "./provider.ts";
import { resourceBlock } from "./resource-block.ts";
import { resourceGroups } from "./resource-groups.ts";
import { variableBlock } from "./variable-block.ts";

/** In a folder of its own, where Terraform's state and lock disturb nobody. */
const FILE = "terraform/main.tf";

export function writeTerraform(estate: Estate, about: About): ReadonlyMap<string, string> {
  const templates = buildTemplates(estate, about);
  const resources = [...templates.plan.dependencies.keys()];
  const groups = resourceGroups(resources);
  const { name, description } = about;
  return new Map([
    [
      FILE,
      fileText([
        comment([
          `${name}: written by Isthmus. Change the intent and write it again; changes made here are lost.`,
          ...(description === undefined ? [] : [description]),
          requiredGroups(templates.plan),
          "Deploy with: terraform init && terraform apply",
        ]),
        ...settings(),
        ...[...templates.parameters.values()].map(variableBlock),
        ...groups.blocks,
        ...resources.map((written) => resourceBlock(written, templates, groups)),
      ]),
    ],
  ]);
}
