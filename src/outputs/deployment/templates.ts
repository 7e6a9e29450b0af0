import type { Estate } from "../../model/estate.ts";
import type { ResourceId } from "../../model/resource.ts";
import { deploymentParameters } from "./deployment-parameters.ts";
import type { DeploymentPlan, NestedDeployment } from "./deployment-plan.ts";
import { withIdleDefaults } from "./idle-parameters.ts";
import { namePool } from "./name-pool.ts";
import { type Parameter, parameterList } from "./parameters.ts";
import { planDeployment } from "./plan-deployment.ts";
import { reservedNames } from "./reserved-names.ts";
import { symbolsOf } from "./symbols.ts";
import { type TemplateResource, templateResource } from "./template-resource.ts";
import { camelCase } from "./words.ts";
import type { WrittenResource } from "./written-resource.ts";

/** For headers, and for names in the history of deployments. */
export interface About {
  readonly name: string;
  readonly description?: string;
}

/** What all template languages have in common: what is written where, under which names, and what must be asked for. */
export interface Templates extends About {
  readonly plan: DeploymentPlan;
  readonly content: ReadonlyMap<WrittenResource, TemplateResource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Names of resources, also of those that are only referred to. */
  readonly symbols: ReadonlyMap<ResourceId, string>;
  readonly deploymentSymbols: ReadonlyMap<NestedDeployment, string>;
}

/** Names are fit for Bicep in every language, so that parameters are called the same in all. */
export function buildTemplates(estate: Estate, { name, description }: About): Templates {
  const plan = planDeployment(estate);
  const pool = namePool([...reservedNames, ...Object.values(deploymentParameters)]);
  const symbols = symbolsOf(estate, pool);
  const deploymentSymbols = new Map(
    plan.nested.map((deployment) => [
      deployment,
      pool.take(symbolFor(deployment), `${symbolFor(deployment)}Deployment`),
    ]),
  );
  const parameters = parameterList(pool);
  const content = new Map(
    [...plan.dependencies.keys()].map((written) => [
      written,
      templateResource(written, parameters.nameFor(symbols.get(written.key) ?? ""), (name, because) =>
        parameters.nameOfSwitch(name, because),
      ),
    ]),
  );
  return {
    name,
    ...(description === undefined ? {} : { description }),
    plan,
    content,
    parameters: withIdleDefaults(parameters.byName, content.values()),
    symbols,
    deploymentSymbols,
  };
}

function symbolFor({ name }: NestedDeployment): string {
  const symbol = camelCase(name);
  return /^[a-z]/.test(symbol) ? symbol : `group${symbol}`;
}
