import { type IpsecAlgorithmField, ipsecAlgorithms } from "../azure/ipsec-policy.ts";
import { propertyOf, textOf, valueAt } from "../model/properties.ts";
import { originOf, type Resource } from "../model/resource.ts";
import { isList, isObject, isUnknown, type ValueObject } from "../model/unknown.ts";
import type { Origin } from "../source/origin.ts";

/** An IPsec policy of a connection, as its file has it. */
export interface IpsecPolicy {
  readonly value: ValueObject;
  readonly origin: Origin;
}

export interface ChosenAlgorithm {
  readonly field: IpsecAlgorithmField;
  /** As it was written. */
  readonly text: string;
  /** In Azure's spelling; absent where Azure has no such algorithm. */
  readonly algorithm: string | undefined;
  readonly origin: Origin;
}

export const IPSEC_ALGORITHM_FIELDS = [
  "ikeEncryption",
  "ikeIntegrity",
  "dhGroup",
  "ipsecEncryption",
  "ipsecIntegrity",
  "pfsGroup",
] as const satisfies readonly IpsecAlgorithmField[];

export const SA_LIFETIMES = ["saLifeTimeSeconds", "saDataSizeKilobytes"] as const;

export function ipsecPoliciesOf(connection: Resource): readonly IpsecPolicy[] {
  const policies = propertyOf(connection, "ipsecPolicies");
  if (!isList(policies)) return [];

  return policies.flatMap((value, index) =>
    isObject(value) ? [{ value, origin: originOf(connection, "properties", "ipsecPolicies", index) }] : [],
  );
}

export function algorithmsOf({ value, origin }: IpsecPolicy): readonly ChosenAlgorithm[] {
  return IPSEC_ALGORITHM_FIELDS.flatMap((field) => {
    const text = textOf(valueAt(value, [field]));
    if (text === undefined) return [];

    const algorithm = ipsecAlgorithms.value[field].find((name) => name.toLowerCase() === text.toLowerCase());
    return [{ field, text, algorithm, origin: { ...origin, path: [...origin.path, field] } }];
  });
}

/** The same for two policies that agree, of which lifetimes are no part; `undefined` where a part of one is not known. */
export function fingerprintOf(policies: readonly IpsecPolicy[]): string | undefined {
  const values = policies.flatMap(({ value }) =>
    IPSEC_ALGORITHM_FIELDS.map((member) => valueAt(value, [member])),
  );
  if (values.some(isUnknown)) return undefined;

  return values.map((value) => (textOf(value) ?? "").toLowerCase()).join(" ");
}
