import { expect, it } from "vitest";
import { namePool } from "./name-pool.ts";

it("gives a name once, then the next best, then numbers", () => {
  const pool = namePool(["param"]);

  expect(pool.take("hub", "hubNetwork")).toBe("hub");
  expect(pool.take("hub", "hubNetwork")).toBe("hubNetwork");
  expect(pool.take("hub", "hubNetwork")).toBe("hubNetwork2");
  expect(pool.take("hub", "hubNetwork")).toBe("hubNetwork3");
  expect(pool.take("param")).toBe("param2");
});

it("takes names that differ only in case for the same, as ARM does with parameters", () => {
  const pool = namePool([], "-");

  expect([pool.take("RG-hub"), pool.take("rg-hub")]).toEqual(["RG-hub", "rg-hub-2"]);
});

it("passes over a number that is a name already", () => {
  const pool = namePool();

  expect(["a2", "a", "a", "a"].map((name) => pool.take(name))).toEqual(["a2", "a", "a3", "a4"]);
});
