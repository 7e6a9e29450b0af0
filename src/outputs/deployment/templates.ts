import type { Design } from "../../design.ts";
import { deploymentParameters } from "./deployment-parameters.ts";
import type { DeploymentPlan } from "./deployment-plan.ts";
import { namePool } from "./name-pool.ts";
import { type Parameter, parameterList } from "./parameters.ts";
import { planDeployment } from "./plan-deployment.ts";
import { symbolsOf } from "./symbols.ts";
import { partsOf } from "./template-value.ts";
import { type TemplateResource, templateResource } from "./template-resource.ts";
import type { WrittenResource } from "./written-resource.ts";
import type { ResourceId } from "../../model/resource.ts";

/** Everything that the template languages have in common: what is written where, and by which names. */
export interface Templates {
  readonly name: string;
  readonly description?: string;
  readonly plan: DeploymentPlan;
  readonly symbols: ReadonlyMap<ResourceId, string>;
  readonly parameters: readonly Parameter[];
  contentOf(resource: WrittenResource): TemplateResource;
  /** Parameters that these resources use. */
  parametersOf(resources: readonly WrittenResource[]): readonly Parameter[];
}

/** `reserved`: words that are no names in the template language. */
export function buildTemplates({ intent, estate }: Design, reserved: readonly string[]): Templates {
  const plan = planDeployment(estate);
  const pool = namePool([...reserved, ...Object.values(deploymentParameters)]);
  const symbols = symbolsOf(estate, pool);
  const list = parameterList(pool);
}
