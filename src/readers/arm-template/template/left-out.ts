import type { Unknown } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { originOfPlace } from "../expression/place.ts";
import type { Deployment } from "./deployment.ts";
import { type Placed, textUnder, under } from "./own-key.ts";

/** Says that a resource is missing from the estate: what it is called, or whether it is there, is not known. */
export function leaveOut(
  entry: Placed<JsonObject>,
  { world }: Deployment,
  what: string,
  { because, origin }: Unknown,
): void {
  const name = textUnder(entry, "name");
  const shown = name === undefined || name.startsWith("[") ? "A resource" : name;
  const type = textUnder(entry, "type");
  world.run.report({
    rule: "arm-template/unknown-resource",
    severity: "warning",
    message: `${shown} of the type ${type?.startsWith("[") ? "that is not known" : (type ?? "that is missing")} is left out: ${what} is not known, because ${because}.`,
    origin: originOfPlace((under(entry, "name") ?? entry).place),
    related: [{ message: because, origin }],
    hint: "Give a value to what is not known.",
  });
}
