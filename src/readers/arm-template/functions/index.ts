import type { TemplateFunction } from "../expression/template-function.ts";
import { arrayFunctions } from "./array.ts";
import { cidrFunctions } from "./cidr.ts";
import { comparisonFunctions } from "./comparison.ts";
import { dateFunctions } from "./date.ts";
import { lambdaFunctions } from "./lambda.ts";
import { logicalFunctions } from "./logical.ts";
import { numericFunctions } from "./numeric.ts";
import { objectFunctions } from "./object.ts";
import { resourceFunctions } from "./resource.ts";
import { scopeFunctions } from "./scope.ts";
import { stringFunctions } from "./string.ts";
import { uniqueFunctions } from "./unique.ts";

/** Every function of the template language but `list…`, which are as many as Azure has types. By lower-cased name. */
export const functionByName: ReadonlyMap<string, TemplateFunction> = new Map(
  [
    ...arrayFunctions,
    ...cidrFunctions,
    ...comparisonFunctions,
    ...dateFunctions,
    ...lambdaFunctions,
    ...logicalFunctions,
    ...numericFunctions,
    ...objectFunctions,
    ...resourceFunctions,
    ...scopeFunctions,
    ...stringFunctions,
    ...uniqueFunctions,
  ].map((one) => [one.name.toLowerCase(), one]),
);
