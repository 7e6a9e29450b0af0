import { expect, it } from "vitest";
import type { Member, TemplateValue } from "../deployment/template-value.ts";
import { splitBody } from "./sensitive-body.ts";

const key: TemplateValue = { type: "parameter", name: "key" };
const asn: TemplateValue = { type: "parameter", name: "asn" };
const plain: TemplateValue = { type: "literal", value: 1 };

const split = (value: TemplateValue) => splitBody([{ name: "properties", value }], (name) => name === "key");

it("takes a secret out of an object, and leaves what stands beside it", () => {
  const { body, sensitive } = split(object({ sharedKey: key, asn, inner: object({ sharedKey: key }) }));

  expect(body).toEqual([{ name: "properties", value: object({ asn }) }]);
  expect(sensitive).toEqual([
    { name: "properties", value: object({ sharedKey: key, inner: object({ sharedKey: key }) }) },
  ]);
});

it("takes out a list as a whole, for its items have no names", () => {
  const list: TemplateValue = {
    type: "list",
    items: [object({ name: plain, data: key }), object({ name: plain })],
  };

  const { body, sensitive } = split(object({ list, asn }));

  expect(body).toEqual([{ name: "properties", value: object({ asn }) }]);
  expect(sensitive).toEqual([{ name: "properties", value: object({ list }) }]);
});

it("keeps a body without a secret as it is, empty objects too", () => {
  const value = object({ empty: object({}), asn });

  expect(split(value)).toEqual({ body: [{ name: "properties", value }], sensitive: [] });
});

function object(members: Readonly<Record<string, TemplateValue>>): TemplateValue {
  return {
    type: "object",
    members: Object.entries(members).map(([name, value]): Member => ({ name, value })),
  };
}
