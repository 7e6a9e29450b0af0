import type { Unknown } from "../../model/unknown.ts";
import type { Json } from "../../source/document.ts";
import type { NamePool } from "./name-pool.ts";
import type { NameUnknown } from "./template-value.ts";
import { camelCase } from "./words.ts";

/** Asked for at deployment, since the estate does not know it. */
export interface Parameter {
  readonly name: string;
  readonly type: "string" | "bool" | "int" | "array" | "object";
  /** Never shown and never kept by Azure. */
  readonly isSecret: boolean;
  readonly description: string;
  /** For what is off until somebody turns it on, and for what only that uses. */
  readonly default?: Json;
}

/** Parameters in the order in which they are met. */
export interface ParameterList {
  readonly byName: ReadonlyMap<string, Parameter>;
  /** Names the unknown parts of the resource with this symbol. One unknown that stands in two places has one name. */
  nameFor(symbol: string): NameUnknown;
  /** The switch by which resources are deployed or not; the same name is the same switch. */
  nameOfSwitch(name: string, because: string): string;
}

export function parameterList(pool: NamePool): ParameterList {
  const byName = new Map<string, Parameter>();
  const named = new Map<Unknown, string>();
  const switches = new Map<string, string>();
  return {
    byName,
    nameFor: (symbol) => (unknown: Unknown, path) => {
      const known = named.get(unknown);
      if (known !== undefined) return known;

      const name = pool.take(camelCase([symbol, ...path].join("-")));
      named.set(unknown, name);
      byName.set(name, { name, ...shapeOf(path.at(-1) ?? ""), description: unknown.because });
      return name;
    },
    nameOfSwitch: (wanted, because) => {
      const known = switches.get(wanted);
      if (known !== undefined) return known;

      const name = pool.take(camelCase(wanted));
      switches.set(wanted, name);
      byName.set(name, { name, type: "bool", isSecret: false, description: because, default: false });
      return name;
    },
  };
}

/** Templates want a type, and only the name of the property hints at it; a text is the likeliest. */
function shapeOf(property: string): Pick<Parameter, "type" | "isSecret"> {
  if (/(key|password|secret|certdata)$/i.test(property)) return { type: "string", isSecret: true };
  if (/^(asn|peerASN|vlanId)$/.test(property)) return { type: "int", isSecret: false };
  if (/^(enable|disable|allow|use|active)[A-Z]/.test(property)) return { type: "bool", isSecret: false };
  if (/^(tags|sku|plan|identity|.*(Settings|Configuration|Space|Options))$/.test(property)) {
    return { type: "object", isSecret: false };
  }
  return { type: /[a-rt-z]s$|ss?es$/.test(property) ? "array" : "string", isSecret: false };
}
