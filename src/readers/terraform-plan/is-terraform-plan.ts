import type { JsonObject } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";

/** What `terraform show -json` prints, of a plan (`planned_values`) or of a state (`values`); OpenTofu prints the same. */
export function isTerraformPlan(value: JsonObject): boolean {
  return (
    typeof value["format_version"] === "string" &&
    (isObject(value["planned_values"]) || isObject(value["values"]) || "terraform_version" in value)
  );
}
