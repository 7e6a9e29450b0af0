import { parentIdOf } from "../../model/resource-id.ts";
import type { Member } from "../deployment/template-value.ts";
import type { Templates } from "../deployment/templates.ts";
import type { WrittenResource } from "../deployment/written-resource.ts";
import { hclMembers, hclValue } from "./hcl-value.ts";
import { type Argument, argumentLines, block, listText, objectText } from "./layout.ts";
import { oneAtATime, timeouts } from "./patience.ts";
import { plainAddress, referencesOf } from "./references.ts";
import type { ResourceGroups } from "./resource-groups.ts";
import { type Bodies, splitBody } from "./sensitive-body.ts";
import { quoted } from "./text.ts";

/**
 * One resource as ARM knows it: what stands in `body` is what a template says.
 * https://learn.microsoft.com/azure/developer/terraform/overview-azapi-provider, read 2026-11-28
 */
export function resourceBlock(
  written: WrittenResource,
  templates: Templates,
  groups: ResourceGroups,
): string {
  const content = templates.content.get(written);
  if (!content) return "";

  const { to, named } = referencesOf(written, templates, groups);
  const parent = parentIdOf(written.resource.id);
  const { beside, bodies } = placesOf(
    [...content.members, { name: "properties", value: content.properties }],
    templates,
  );
  const head: readonly Argument[] = [
    ["type", quoted(`${content.type}@${written.apiVersion}`)],
    ["parent_id", parent === undefined ? groups.localOf(written.scope) : to(parent)],
    ["name", quoted(written.parts.names.at(-1) ?? "")],
    ...beside.map(({ name, value }): Argument => [name, hclValue(value, to)]),
  ];
  const body: readonly Argument[] = [
    ["body", objectText(hclMembers(bodies.body, to))],
    ...(bodies.sensitive.length === 0
      ? []
      : [["sensitive_body", objectText(hclMembers(bodies.sensitive, to))] as const]),
  ];
  const caution = oneAtATime(written, to);
  return block(
    `resource "azapi_resource" ${quoted(templates.symbols.get(written.key) ?? "")}`,
    content.condition === undefined ? [] : argumentLines([["count", `var.${content.condition} ? 1 : 0`]]),
    argumentLines(head),
    argumentLines(body),
    argumentLines(caution),
    timeouts(written),
    dependsOn(written, named, templates),
  );
}

/** What is an argument of its own, and what is in the body; what holds a secret is in the body always. */
function placesOf(
  members: readonly Member[],
  { parameters }: Templates,
): { readonly beside: readonly Member[]; readonly bodies: Bodies } {
  const { body, sensitive } = splitBody(members, (name) => parameters.get(name)?.isSecret === true);
  const hidden = new Set(sensitive.map(({ name }) => name));
  const isBeside = ({ name }: Member) => ["location", "tags"].includes(name) && !hidden.has(name);
  return {
    beside: body.filter(isBeside),
    bodies: { body: body.filter((member) => !isBeside(member)), sensitive },
  };
}

/** What no name in the resource makes Terraform see. */
function dependsOn(
  written: WrittenResource,
  named: ReadonlySet<WrittenResource>,
  templates: Templates,
): readonly string[] {
  const unseen = (templates.plan.dependencies.get(written) ?? []).filter((other) => !named.has(other));
  return unseen.length === 0
    ? []
    : argumentLines([["depends_on", listText(unseen.map((other) => plainAddress(other, templates)))]]);
}
