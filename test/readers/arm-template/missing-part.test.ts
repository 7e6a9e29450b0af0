import { expect, it } from "vitest";
import { findingsOf } from "./evaluated.ts";

const part = (index: number) => `[split(parameters('hubId'), '/')[${index}]]`;

function address(name: string, tags: Record<string, string>) {
  return {
    type: "Microsoft.Network/publicIPAddresses",
    apiVersion: "2024-05-01",
    name,
    location: "uksouth",
    tags,
  };
}

it("says once that a parameter has not the parts that the template takes of it", () => {
  const found = findingsOf({
    parameters: { hubId: { type: "string", defaultValue: "" } },
    resources: [address("one", { a: part(2), b: part(4) }), address("two", { a: part(8), b: part(0) })],
  }).filter((line) => line.startsWith("arm-template/invalid-expression"));

  expect(found).toEqual([
    "arm-template/invalid-expression 11:14 The parameter hubId is '', and so split(parameters('hubId'), '/') has no [2]. 2 more places take it apart.",
  ]);
});

it("does so of each parameter, and counts one line of a loop once", () => {
  const found = findingsOf({
    parameters: {
      hubId: { type: "string", defaultValue: "/subscriptions/a" },
      other: { type: "string", defaultValue: "x" },
    },
    resources: [
      {
        ...address("[format('looped-{0}', copyIndex())]", {
          a: part(4),
          b: "[split(parameters('other'), '-')[1]]",
        }),
        copy: { name: "loop", count: 3 },
      },
    ],
  }).filter((line) => line.startsWith("arm-template/invalid-expression"));

  expect(found).toEqual([
    "arm-template/invalid-expression 11:14 The parameter hubId is '/subscriptions/a', and so split(parameters('hubId'), '/') has no [4].",
    "arm-template/invalid-expression 12:14 The parameter other is 'x', and so split(parameters('other'), '-') has no [1].",
  ]);
});
