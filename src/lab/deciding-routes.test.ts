import { expect, it } from "vitest";
import { formatPrefix, parsePrefix } from "../ip/index.ts";
import { decidingRoutes } from "./deciding-routes.ts";

function decided(...lines: readonly string[]): readonly string[] {
  const routes = lines.flatMap((line) => {
    const [text = "", ...nextHops] = line.split(" ");
    const prefix = parsePrefix(text);
    return prefix ? [{ prefix, nextHops }] : [];
  });
  return decidingRoutes(routes).map(({ prefix, nextHops }) => [formatPrefix(prefix), ...nextHops].join(" "));
}

it("leaves out ways to nowhere where all goes there anyway", () => {
  expect(decided("0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16 hub")).toEqual(["10.1.0.0/16 hub"]);
});

it("keeps a way to nowhere that is cut out of another", () => {
  expect(decided("0.0.0.0/0 gateway", "10.0.0.0/8", "10.1.0.0/16")).toEqual([
    "0.0.0.0/0 gateway",
    "10.0.0.0/8",
  ]);
});

it("leaves out IPv6, which no lab has", () => {
  expect(decided("fd00::/8 hub", "10.0.0.0/8 hub")).toEqual(["10.0.0.0/8 hub"]);
});
