import { expect, it } from "vitest";
import { formatPrefix, parsePrefix } from "../ip/index.ts";
import type { LabTag } from "./lab-plan.ts";
import { ledTo } from "./tell-filters.ts";

const TAG: LabTag = { at: "network", table: "table", stays: [], silent: ["peer"] };

function route(text: string, ...nextHops: readonly string[]) {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(`${text} is no range`);
  return { prefix, nextHops };
}

function led(routes: readonly ReturnType<typeof route>[], tag: Partial<LabTag> = {}): readonly string[] {
  return ledTo({ routes }, { ...TAG, ...tag }).map(formatPrefix);
}

it("is what leads somewhere, without the longer rows in it that do not", () => {
  expect(
    led([route("10.0.0.0/8", "gateway"), route("10.128.0.0/9"), route("10.192.0.0/16", "host")]),
  ).toEqual(["10.0.0.0/9", "10.192.0.0/16"]);
});

it("is everything where a default route is learned, and nothing of what begins a table", () => {
  expect(led([route("0.0.0.0/0")])).toEqual([]);
  expect(led([route("0.0.0.0/0", "gateway")])).toEqual(["0.0.0.0/0"]);
});

it("has nothing of a peer that may not be sent to, and rows of users' also while nobody is there", () => {
  expect(led([route("10.1.0.0/16", "peer"), route("10.2.0.0/16")])).toEqual([]);
  expect(led([route("10.1.0.0/16", "peer"), route("10.2.0.0/16")], { stays: ["10.2.0.0/16"] })).toEqual([
    "10.2.0.0/16",
  ]);
});
