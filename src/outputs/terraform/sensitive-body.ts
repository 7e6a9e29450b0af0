import type { Member, TemplateObject, TemplateValue } from "../deployment/template-value.ts";
import { partsOf } from "../deployment/template-value.ts";

/** The body in two parts. The provider lays the one over the other. */
export interface Bodies {
  readonly body: readonly Member[];
  /** What is sent and never kept. */
  readonly sensitive: readonly Member[];
}

/**
 * Takes out what holds a secret. Of an object only the member that does; a list as a whole, since the provider merges
 * objects by name and knows no name for an item of a list.
 * https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource.md (`sensitive_body`), read
 * 2026-11-28
 */
export function splitBody(members: readonly Member[], isSecret: (parameter: string) => boolean): Bodies {
  const body: Member[] = [];
  const sensitive: Member[] = [];
  for (const member of members) {
    const { name, value } = member;
    if (!holdsSecret(value, isSecret)) body.push(member);
    else if (value.type !== "object") sensitive.push(member);
    else {
      const inner = splitBody(value.members, isSecret);
      if (inner.body.length > 0) body.push({ name, value: objectOf(inner.body) });
      sensitive.push({ name, value: objectOf(inner.sensitive) });
    }
  }
  return { body, sensitive };
}

function holdsSecret(value: TemplateValue, isSecret: (parameter: string) => boolean): boolean {
  return [...partsOf(value)].some((part) => part.type === "parameter" && isSecret(part.name));
}

function objectOf(members: readonly Member[]): TemplateObject {
  return { type: "object", members };
}
