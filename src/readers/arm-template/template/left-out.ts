import type { Unknown } from "../../../model/unknown.ts";
import type { JsonObject } from "../../../source/document.ts";
import { originOfPlace } from "../expression/place.ts";
import type { Deployment } from "./deployment.ts";
import { type Placed, textUnder, under } from "./own-key.ts";

/** Notes that a resource is missing from the estate: what it is called, or whether it is there, is not known. */
export function leaveOut(
  entry: Placed<JsonObject>,
  { world }: Deployment,
  what: string,
  { because, origin }: Unknown,
): void {
  const name = textUnder(entry, "name");
  const shown = name === undefined || name.startsWith("[") ? "A resource" : name;
  const type = textUnder(entry, "type");
  const shownType = type?.startsWith("[") ? "that is not known" : (type ?? "that is missing");
  world.run.leftOut.push({
    what: `${shown} of the type ${shownType}`,
    because,
    message: `${shown} of the type ${shownType} is left out: ${what} is not known, because ${because}.`,
    origin: originOfPlace((under(entry, "name") ?? entry).place),
    cause: origin,
  });
}
