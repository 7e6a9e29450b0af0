import type { Estate } from "../../model/estate.ts";
import { type About, buildTemplates } from "../deployment/templates.ts";
import { mainText } from "./main-text.ts";
import { moduleFile } from "./module-file.ts";
import { moduleText } from "./module-text.ts";

const FILE = "main.bicep";

export function writeBicep(estate: Estate, about: About): ReadonlyMap<string, string> {
  const templates = buildTemplates(estate, about);
  return new Map([
    [FILE, mainText(templates, FILE)],
    ...templates.plan.nested.map(
      (deployment) => [moduleFile(deployment), moduleText(deployment, templates, FILE)] as const,
    ),
  ]);
}
