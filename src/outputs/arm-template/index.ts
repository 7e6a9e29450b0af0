import type { Output } from "../output.ts";
import { templateLimits } from "./template-limits.ts";
import { writeArmTemplate } from "./write-arm-template.ts";

/** One ARM template, deployed to a resource group; other groups are reached by nested deployments. */
export const armTemplate: Output = {
  name: "arm-template",
  write: ({ estate, intent }) => writeArmTemplate(estate, intent),
  limits: templateLimits,
};
