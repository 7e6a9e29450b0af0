import { expect, it } from "vitest";
import { createStacks } from "./stacks.ts";

it("has one number for each list, and its items again", () => {
  const { onto, unpack } = createStacks();
  const listOf = (stack: number) => {
    const items: number[] = [];
    unpack(stack, items);
    return items;
  };

  const one = onto(onto(0, 4), 7);

  expect(onto(onto(0, 4), 7)).toBe(one);
  expect(new Set([0, onto(0, 4), onto(0, 7), one, onto(onto(0, 7), 4)]).size).toBe(5);
  expect([0, one, onto(one, 4)].map(listOf)).toEqual([[], [4, 7], [4, 7, 4]]);
});
