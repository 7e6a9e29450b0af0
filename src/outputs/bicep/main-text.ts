import { deployCommand, requiredGroups } from "../deployment/how-to-deploy.ts";
import type { Templates } from "../deployment/templates.ts";
import type { Place } from "./expression.ts";
import { comment, fileText } from "./layout.ts";
import { moduleDeclaration } from "./module-declaration.ts";
import { parameterDeclaration } from "./parameter-declaration.ts";
import { resourceDeclarations } from "./resource-declarations.ts";
import { quoted } from "./text.ts";

export function mainText(templates: Templates, file: string): string {
  const { name, description, plan } = templates;
  const place: Place = { scope: plan.home, deployment: undefined };
  const metadata = [
    `metadata name = ${quoted(name)}`,
    ...(description === undefined ? [] : [`metadata description = ${quoted(description)}`]),
    `metadata generator = 'isthmus'`,
  ];
  return fileText([
    comment([
      `${name}: written by Isthmus. Change the intent and write it again; changes made here are lost.`,
      requiredGroups(plan),
      `Deploy with: ${deployCommand(plan, file)}`,
    ]),
    metadata.join("\n"),
    ...[...templates.parameters.values()].map(parameterDeclaration),
    ...resourceDeclarations(plan.resources, place, templates),
    ...plan.nested.map((deployment) => moduleDeclaration(deployment, place, templates)),
  ]);
}
