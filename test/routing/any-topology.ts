import fc from "fast-check";
import type { Situation } from "../../src/model/situation.ts";
import type { Node, Origination, Session, Topology } from "../../src/model/topology.ts";
import { type EndSaid, originates, prefix, session, speaker, topologyOf } from "./topologies.ts";

const PREFIXES = ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.1.0/24", "10.2.0.0/16", "fd00::/8"];
const TAGS = ["network", "branch", "circuit"];
const ELEMENTS = ["region/west", "gateway"];

const anyPrefixText = fc.constantFrom(...PREFIXES);
const somePrefixes = fc.uniqueArray(anyPrefixText, { maxLength: 2 }).map((texts) => texts.map(prefix));
const anyTag = fc.constantFrom(...TAGS);
const anyWeight = fc.constantFrom(0, 100, 32_768);

const anyNeeds = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom([["gateway"]], [["region/west", "gateway"]], [["region/west"], ["gateway"]]),
  },
);

const anyOrigination: fc.Arbitrary<Origination> = fc
  .record({
    text: anyPrefixText,
    tag: anyTag,
    weight: anyWeight,
    needs: anyNeeds,
    network: fc.constantFrom("a", "b"),
  })
  .map(({ text, tag, weight, needs, network }) => {
    const [origination] = originates(tag, [text], { weight, needs, via: { to: "members", network } });
    if (origination === undefined) throw new Error("One prefix makes one origination.");
    return origination;
  });

function anySpeaker(id: string): fc.Arbitrary<Node> {
  return fc
    .record({
      asn: fc.constantFrom(65_515, 12_076, 64_512, 65_001, 4_200_000_001),
      routerId: fc.option(fc.constantFrom("10.0.0.9", "10.0.0.10", "9.255.0.1"), { nil: undefined }),
      originates: fc.array(anyOrigination, { maxLength: 4 }),
      refuses: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: somePrefixes }),
      multipath: fc.boolean(),
      needs: anyNeeds,
    })
    .map(({ asn, routerId, needs, ...more }) =>
      speaker(id, asn, { ...more, ...(routerId === undefined ? {} : { routerId }) }, needs),
    );
}

function anyEnd(node: string): fc.Arbitrary<EndSaid> {
  return fc
    .record({
      address: fc.option(fc.constantFrom("10.0.0.1", "10.0.0.2"), { nil: undefined }),
      learns: fc.record(
        {
          tag: anyTag,
          weight: anyWeight,
          localPreference: fc.constantFrom(100, 200),
          acceptsOwnAsn: fc.boolean(),
          onlyAsPath: fc.constantFrom("^65515", "(^| )12076( |$)", "^(65001 ?)+$", "."),
          limit: fc.record({ routes: fc.constantFrom(1, 2, 4), because: fc.constant("Azure says so") }),
        },
        { requiredKeys: ["weight", "acceptsOwnAsn"] },
      ),
      sends: fc.record(
        {
          tags: fc.subarray(TAGS, { minLength: 1 }),
          families: fc.subarray<4 | 6>([4, 6], { minLength: 1 }),
          only: somePrefixes,
          exceptDefaultRoute: fc.boolean(),
          prepend: fc.constantFrom(0, 0, 2),
          replacesFarAsn: fc.boolean(),
          stripsPrivateAsns: fc.boolean(),
          reflects: fc.boolean(),
        },
        {
          requiredKeys: [
            "tags",
            "families",
            "exceptDefaultRoute",
            "prepend",
            "replacesFarAsn",
            "stripsPrivateAsns",
            "reflects",
          ],
        },
      ),
    })
    .map(({ address, ...policies }) => ({
      node,
      ...policies,
      ...(address === undefined ? {} : { address }),
    }));
}

function anySession(ids: readonly string[], name: string): fc.Arbitrary<Session> {
  return fc
    .shuffledSubarray(Array.from(ids), { minLength: 2, maxLength: 2 })
    .chain(([a = "", b = ""]) => fc.tuple(anyEnd(a), anyEnd(b), anyNeeds))
    .map(([a, b, needs]) => session(a, b, name, needs));
}

export const anyTopology: fc.Arbitrary<Topology> = fc
  .integer({ min: 2, max: 6 })
  .map((count) => Array.from({ length: count }, (_, place) => `speaker${place}`))
  .chain((ids) =>
    fc.tuple(
      fc.tuple(...ids.map(anySpeaker)),
      fc
        .integer({ min: 1, max: 9 })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, place) => anySession(ids, `session${place}`))),
        ),
      fc.boolean(),
    ),
  )
  .map(([speakers, sessions, backwards]) => {
    const parts = [...speakers, ...sessions];
    return topologyOf(backwards ? parts.reverse() : parts);
  });

export function anySituation(topology: Topology): fc.Arbitrary<Situation> {
  const elements = [...ELEMENTS, ...topology.nodes.keys(), ...topology.sessions.keys()];
  return fc.subarray(elements, { maxLength: 2 }).map((down) => ({ down: new Set(down) }));
}
