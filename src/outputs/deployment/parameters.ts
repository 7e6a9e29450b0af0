import type { Unknown } from "../../model/unknown.ts";
import type { NamePool } from "./name-pool.ts";
import type { NameUnknown } from "./template-value.ts";
import { camelCase } from "./words.ts";

/** Asked for at deployment, since the estate does not know it. */
export interface Parameter {
  readonly name: string;
  readonly type: "string" | "bool" | "array" | "object";
  /** Never shown and never kept by Azure. */
  readonly isSecret: boolean;
  readonly description: string;
}

/** Parameters in the order in which they are met. */
export interface ParameterList {
  readonly byName: ReadonlyMap<string, Parameter>;
  /** Names the unknown parts of the resource with this symbol. */
  nameFor(symbol: string): NameUnknown;
}

export function parameterList(pool: NamePool): ParameterList {
  const byName = new Map<string, Parameter>();
  return {
    byName,
    nameFor: (symbol) => (unknown: Unknown, path) => {
      const name = pool.take(camelCase([symbol, ...path].join("-")));
      byName.set(name, { name, ...shapeOf(path.at(-1) ?? ""), description: unknown.because });
      return name;
    },
  };
}

/** Templates want a type, and only the name of the property hints at it; a text is the likeliest. */
function shapeOf(property: string): Pick<Parameter, "type" | "isSecret"> {
  if (/(key|password|secret)$/i.test(property)) return { type: "string", isSecret: true };
  if (/^(enable|disable|allow|use|active)[A-Z]/.test(property)) return { type: "bool", isSecret: false };
  if (/^(tags|sku|plan|identity|.*(Settings|Configuration|Space|Options))$/.test(property)) {
    return { type: "object", isSecret: false };
  }
  return { type: /[a-rt-z]s$|ss?es$/.test(property) ? "array" : "string", isSecret: false };
}
