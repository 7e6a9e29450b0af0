import { isUnknown } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { excerpt } from "../../../source/excerpt.ts";
import { evaluateValue } from "../expression/evaluate-value.ts";
import { originOfPlace, type Place } from "../expression/place.ts";
import { joinUri } from "../functions/uris.ts";
import type { Instance } from "./deployment.ts";
import { objectUnder, type Placed, under } from "./own-key.ts";

/** Templates are found by this, seen from the folder of the main one: nothing is ever fetched. */
export const TEMPLATE_SCHEME = "template:///";

interface Linked {
  readonly template: Placed<JsonObject>;
  readonly uri: string;
}

/** The template that a deployment links to; `undefined` where it is not here, which is reported. */
export function linkedTemplate(instance: Instance, properties: Placed<JsonObject>): Linked | undefined {
  const link = objectUnder(properties, "templateLink");
  return link && linkedFile(instance, link);
}

/** The file that a link names by `relativePath`, or by a `uri` beside the template's own. */
export function linkedFile(instance: Instance, link: Placed<JsonObject>): Linked | undefined {
  const { scope, deployment } = instance;
  const written = under(link, "relativePath") ?? under(link, "uri") ?? under(link, "id");
  if (!written) return undefined;
  const value = evaluateValue(written.value, scope, written.place);
  if (isUnknown(value))
    return missing(instance, written.place, `its address is not known, because ${value.because}`);
  if (typeof value !== "string") return missing(instance, written.place, "its address is no text");

  const isRelative = under(link, "relativePath") !== undefined;
  if (isRelative && leavesRoot(value, deployment.uri)) {
    return missing(
      instance,
      written.place,
      `${excerpt(value)} lies outside of the folder of the main template`,
    );
  }
  const uri = isRelative ? joinUri(deployment.uri, value) : value;
  if (!uri.startsWith(TEMPLATE_SCHEME)) {
    return missing(instance, written.place, `${excerpt(uri)} is elsewhere, and nothing is fetched`);
  }
  const path = uri.slice(TEMPLATE_SCHEME.length).replace(/[?#].*$/s, "");
  const template = deployment.world.linked(path);
  if (template) return { template, uri: `${TEMPLATE_SCHEME}${path}` };
  deployment.world.missing.set(path, written.place);
  return missing(instance, written.place, `there is no ${excerpt(path)} beside the main template`);
}

/** Whether the dots of a path lead above the folder of the main template. */
function leavesRoot(path: string, from: string): boolean {
  if (/^[/\\]|^[a-z]:/i.test(path)) return true;
  let level = from.slice(TEMPLATE_SCHEME.length).split("/").length - 1;
  return path.split(/[/\\]/).some((segment) => {
    if (segment === "..") level--;
    else if (segment !== "." && segment !== "") level++;
    return level < 0;
  });
}

function missing({ name, scope }: Instance, place: Place, because: string): undefined {
  scope.run.report({
    rule: "arm-template/missing-linked-template",
    severity: "warning",
    message: `What ${name} links to is not read: ${because}.`,
    origin: originOfPlace(place),
    hint: "Put it below the folder of the main template, and link to it by relativePath.",
  });
  return undefined;
}
