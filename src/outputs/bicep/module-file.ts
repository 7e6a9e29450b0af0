import type { NestedDeployment } from "../deployment/deployment-plan.ts";

/** Relative to the main file. */
export function moduleFile({ name }: NestedDeployment): string {
  return `modules/${name}.bicep`;
}
