import { deploymentNameLength } from "../../azure/template-limits.ts";
import type { NestedDeployment } from "./deployment-plan.ts";
import { fitForFile } from "./words.ts";

/**
 * The name in the group's history of deployments. It bears the design's name, since two designs may write to one group
 * at once.
 */
export function deploymentName({ name }: NestedDeployment, design: string): string {
  const room = deploymentNameLength.value - name.length - 1;
  return `${fitForFile(design).slice(0, room) || "isthmus"}-${name}`;
}
