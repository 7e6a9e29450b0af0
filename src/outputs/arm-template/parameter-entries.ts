import type { JsonObject } from "../../source/document.ts";
import type { Parameter } from "../deployment/parameters.ts";
import { literalText } from "./expression.ts";

export const textParameter: JsonObject = { type: "string" };

export function parameterEntries(parameters: readonly Parameter[]): JsonObject {
  return Object.fromEntries(
    parameters.map(({ name, type, isSecret, description, default: value }) => [
      name,
      {
        type: isSecret ? "securestring" : type,
        ...(value === undefined ? {} : { defaultValue: value }),
        metadata: { description: literalText(description) },
      },
    ]),
  );
}
