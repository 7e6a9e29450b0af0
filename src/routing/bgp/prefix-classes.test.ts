import { expect, it } from "vitest";
import { originates, prefix, session, speaker, topologyOf } from "../../../test/routing/topologies.ts";
import { everythingUp } from "../../model/situation.ts";
import type { Node, Session } from "../../model/topology.ts";
import { createUp } from "../up.ts";
import { classifyPrefixes } from "./prefix-classes.ts";
import { findTalkers } from "./speakers.ts";

function classesOf(parts: readonly (Node | Session)[], down: readonly string[] = []): readonly string[] {
  const up = createUp(topologyOf(parts), down.length === 0 ? everythingUp : { down: new Set(down) });
  return classifyPrefixes(findTalkers(topologyOf(parts), up), up)
    .map(({ prefixes }) => prefixes.map(({ text }) => text).join(" "))
    .toSorted();
}

it("solves ten thousand prefixes once where all are told alike", () => {
  const texts = Array.from({ length: 10_000 }, (_, spoke) => `10.${spoke >> 8}.${spoke % 256}.0/24`);
  const instances = ["hub#0", "hub#1"].map((id) =>
    speaker(id, 65_515, { originates: originates("network", texts) }),
  );

  expect(classesOf(instances)).toHaveLength(1);
});

const [first, second, third] = ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"];
const a = speaker("a", 1, { originates: originates("t", [first, second, third]) });

it.each<[string, readonly (Node | Session)[]]>([
  ["another speaker has too", [a, speaker("b", 2, { originates: originates("t", [second]) })]],
  [
    "a speaker refuses",
    [
      a,
      speaker("b", 2, { refuses: [prefix("10.2.0.0/15"), prefix("10.3.0.0/16")] }),
      speaker("c", 3, { refuses: [prefix("10.3.0.0/16")] }),
    ],
  ],
  [
    "is on a list",
    [a, speaker("b", 2), session({ node: "a", sends: { only: [prefix(second)] } }, { node: "b" })],
  ],
])("keeps apart what %s", (_, parts) => {
  expect(classesOf(parts)).not.toContain(`${first} ${second} ${third}`);
  expect(classesOf(parts).some((texts) => texts.includes(first) && texts.includes(second))).toBe(false);
});

it.each([
  ["tag", originates("other", [second])],
  ["weight", originates("t", [second], { weight: 1 })],
  ["family", originates("t", ["fd00::/64"])],
  ["default route", originates("t", ["0.0.0.0/0"])],
])("keeps another %s apart", (_, others) => {
  const parts = [speaker("a", 1, { originates: [...originates("t", [first]), ...others] })];

  expect(classesOf(parts)).toHaveLength(2);
});

it("leaves out what is down, and joins again what it kept apart", () => {
  const b = speaker("b", 2, {
    originates: originates("t", [second, "10.9.0.0/16"], { needs: [["tunnel"]] }),
  });

  expect(classesOf([a, b])).toHaveLength(3);
  expect(classesOf([a, b], ["tunnel"])).toEqual([`${first} ${second} ${third}`]);
});
