import type { Document } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import { findKey } from "./expression/member-of.ts";

const TEMPLATE =
  /\/(?:deploymentTemplate|subscriptionDeploymentTemplate|managementGroupDeploymentTemplate|tenantDeploymentTemplate)\.json#?$/i;

/** Told by its `$schema`, which every template has. */
export function isArmTemplate({ value }: Document): boolean {
  const key = isObject(value) ? findKey(value, "$schema") : undefined;
  const schema = isObject(value) && key !== undefined ? value[key] : undefined;
  return typeof schema === "string" && TEMPLATE.test(schema);
}
