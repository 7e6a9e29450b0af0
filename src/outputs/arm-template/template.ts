import { templateSchema } from "../../azure/deployments.ts";
import type { Json, JsonObject } from "../../source/document.ts";

/** A template, main or nested; members that would be empty are left out. */
export function template(
  metadata: JsonObject,
  parameters: JsonObject,
  resources: readonly Json[],
): JsonObject {
  return {
    $schema: templateSchema.value,
    contentVersion: "1.0.0.0",
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    resources,
  };
}
