import { parentIdOf } from "../../model/resource-id.ts";
import { waitsOfResource } from "../deployment/deployment-plan.ts";
import { partsOf, type TemplateValue } from "../deployment/template-value.ts";
import type { Templates } from "../deployment/templates.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import { bicepLines, bicepValue } from "./bicep-value.ts";
import { arrayText, type Line, objectText } from "./layout.ts";
import type { SymbolsInFile } from "./symbols-in-file.ts";
import { quoted } from "./text.ts";

export function resourceDeclaration(
  written: WrittenResource,
  file: SymbolsInFile,
  templates: Templates,
): string {
  const { resource, parts, apiVersion, key } = written;
  const content = templates.content.get(written);
  if (!content) return "";

  const parentId = parentIdOf(resource.id);
  const parent = parentId === undefined ? undefined : file.symbolFor(parentId);
  const referenceTo = (id: string) => file.referenceFrom(written, id);
  const body = objectText([
    ...(parent === undefined ? [] : [["parent", parent] as const]),
    ["name", quoted(parent === undefined ? parts.names.join("/") : (parts.names.at(-1) ?? ""))],
    ...bicepLines(content.members, referenceTo),
    ["properties", bicepValue(content.properties, referenceTo)],
    ...dependsOnLines(written, templates),
  ]);
  const condition = content.condition === undefined ? "" : `if (${content.condition}) `;
  return `resource ${templates.symbols.get(key)} ${quoted(`${content.type}@${apiVersion}`)} = ${condition}${body}`;
}

/** What Bicep does not see by itself. A name that stands in the resource already says that it waits. */
function dependsOnLines(written: WrittenResource, templates: Templates): readonly Line[] {
  const { resources, deployments } = waitsOfResource(written, templates.plan);
  const seen = seenByBicep(written, templates);
  const symbols = [
    ...resources.filter(({ key }) => !seen.has(key)).map(({ key }) => templates.symbols.get(key)),
    ...deployments.map((deployment) => templates.deploymentSymbols.get(deployment)),
  ].filter((symbol) => symbol !== undefined);
  return symbols.length === 0 ? [] : [["dependsOn", arrayText(symbols)]];
}

function seenByBicep(written: WrittenResource, templates: Templates): ReadonlySet<string> {
  const parent = parentIdOf(written.resource.id);
  const content = templates.content.get(written);
  const values: readonly TemplateValue[] = content
    ? [content.properties, ...content.members.map(({ value }) => value)]
    : [];
  const ids = values
    .flatMap((value) => [...partsOf(value)])
    .flatMap((value) => (value.type === "reference" ? [value.id] : []));
  return new Set([...ids, ...(parent === undefined ? [] : [parent])].map((id) => id.toLowerCase()));
}
