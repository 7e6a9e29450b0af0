import { inFile, type Mutant } from "./mutant.ts";

/** Rules that a lab has of its own: BIRD decides them, the kernel, or nftables. */
export const routingMutants: readonly Mutant[] = [
  ...inFile(
    "routing/lookup.ts",
    [
      "the longest prefix wins",
      "let longest = 0;\n  for (const { row } of among) longest = Math.max(",
      "let longest = 128;\n  for (const { row } of among) longest = Math.min(",
    ],
    [
      "the source decides only between rows of one prefix",
      "return highest(among.filter(({ row }) => row.prefix.length === longest));",
      "return highest(among);",
    ],
    [
      "User before BGP before system",
      "Number.NEGATIVE_INFINITY;\n  for (const candidate of candidates) strength = Math.max(",
      "Number.POSITIVE_INFINITY;\n  for (const candidate of candidates) strength = Math.min(",
    ],
    [
      "rows of equal strength are used side by side",
      "strengthOf(candidate) === strength);",
      "strengthOf(candidate) === strength).slice(0, 1);",
    ],
    [
      "a final row beats longer ones",
      "const among = valid.some(({ layer }) => layer.final) ? valid.filter(({ layer }) => layer.final) : valid;",
      "const among = valid;",
    ],
    [
      "learned rows inside the network's own ranges are not there",
      "!layer.yields || !isShielded(row, containing)",
      "true",
    ],
    [
      "only rows that contain a learned one keep it away",
      "other.row.prefix.length <= row.prefix.length);",
      "other.row.prefix.length < row.prefix.length);",
    ],
    [
      "rows to nowhere go where a default route leads elsewhere",
      "own.some(({ row }) => row.unlessDefaultRoute) && leadsElsewhere(own)",
      "false",
    ],
    [
      "a default route to the internet leaves rows to nowhere",
      'row.nextHop.to !== "internet" && row.nextHop.to !== "none"',
      'row.nextHop.to !== "none"',
    ],
    [
      "a row goes with what it needs",
      "if (candidate.row.needs.length === 0 || meets(candidate.row.needs)) found",
      "found",
    ],
    ["a user's route invalidates that of a private endpoint", 'other.layer.source === "User" &&', "false &&"],
  ),
  ...inFile(
    "routing/bgp/heard.ts",
    ["the weight comes first", "b.weight - a.weight ||\n    b.localPreference", "b.localPreference"],
    [
      "the greater weight",
      "b.weight - a.weight ||\n    b.localPreference",
      "a.weight - b.weight ||\n    b.localPreference",
    ],
    [
      "the greater local preference",
      "b.localPreference - a.localPreference ||\n    Number(a.ear !== undefined)",
      "a.localPreference - b.localPreference ||\n    Number(a.ear !== undefined)",
    ],
    [
      "local preference at all",
      "b.localPreference - a.localPreference ||\n    Number(a.ear !== undefined)",
      "Number(a.ear !== undefined)",
    ],
    ["one's own before what is heard", "Number(a.ear !== undefined) - Number(b.ear !== undefined) ||", ""],
    [
      "the shorter AS path",
      "a.path.asns.length - b.path.asns.length ||",
      "b.path.asns.length - a.path.asns.length ||",
    ],
    ["the AS path's length counts at all", "a.path.asns.length - b.path.asns.length ||", ""],
    ["outside before inside", "Number(a.ear?.isInternal ?? false) - Number(b.ear?.isInternal ?? false)", "0"],
    [
      "the lowest router id breaks ties",
      "(a.ear?.farTalker.rank ?? 0) - (b.ear?.farTalker.rank ?? 0) ||",
      "(b.ear?.farTalker.rank ?? 0) - (a.ear?.farTalker.rank ?? 0) ||",
    ],
  ),
  ...inFile(
    "routing/bgp/exchange.ts",
    [
      "a path with one's own number is a loop",
      "!end.learns.acceptsOwnAsn && asns.includes(talker.speaker.asn)",
      "false",
    ],
    ["who accepts its own number", "!end.learns.acceptsOwnAsn && asns", "asns"],
    [
      "what is one's own is not learned from outside",
      "!ear.isInternal && prefixClass.refusedBy.has(far.talker.index)",
      "false",
    ],
    [
      "what is one's own is learned from inside",
      "!ear.isInternal && prefixClass.refusedBy",
      "prefixClass.refusedBy",
    ],
    ["a session's tag", "const kept = ear.end.learns.tag ?? tag;", "const kept = tag;"],
    ["a reflector keeps the next hop", "ear.end.sends.reflects ? route.hop : undefined", "undefined"],
  ),
  ...inFile(
    "routing/bgp/policy.ts",
    ["nothing goes back where it came from", "if (route.cameFromThere) return false;", ""],
    [
      "nothing from inside is told inside",
      "if (isInternal && route.cameFromInside && !sends.reflects) return false;",
      "",
    ],
    [
      "a reflector tells it",
      "route.cameFromInside && !sends.reflects) return",
      "route.cameFromInside) return",
    ],
    ["only tags that a session carries", "sends.tags.includes(route.tag) &&", ""],
    ["no default route to sites", "!(sends.exceptDefaultRoute && isDefaultRoute) &&", ""],
    ["only what is on the list", "(sends.only === undefined || listed)", "true"],
  ),
  ...inFile(
    "routing/bgp/told-path.ts",
    [
      "an edge replaces the gateways' number",
      "asPath.map((asn) => (asn === farAsn ? ownAsn : asn))",
      "asPath",
    ],
    [
      "private numbers are stripped",
      "sends.stripsPrivateAsns ? replaced.filter((asn) => !isPrivate(asn)) : replaced",
      "replaced",
    ],
    ["one's own number inside is not put in front", "if (ownAsn === farAsn) return kept;", ""],
    ["prepending", "1 + sends.prepend", "1"],
    ["one's own number is put in front", "1 + sends.prepend", "sends.prepend"],
    ["where private numbers begin", "[64_512, 65_534]", "[65_100, 65_534]"],
  ),
  ...inFile(
    "routing/bgp/spread.ts",
    [
      "equal ways side by side",
      "!speaker.multipath) return Math.min(1, routes.length)",
      "speaker.multipath) return Math.min(1, routes.length)",
    ],
    [
      "equal ways at all",
      "compareWays(route, best) === 0).length",
      "compareHeard(route, best) === 0).length",
    ],
    [
      "only the best is told",
      "heard.values()) if (best === undefined || compareHeard(route, best) < 0)",
      "heard.values()) if (best === undefined || compareHeard(route, best) > 0)",
    ],
  ),
  ...inFile(
    "routing/learned-layers.ts",
    ["only what is in use is programmed", "of routes.slice(0, inUse))", "of routes)"],
    [
      "only tags that a table takes",
      "if (program.tags.includes(route.tag) && !isSiblings",
      "if (!isSiblings",
    ],
    ["a sibling's routes are its own to program", "&& !isSiblings(talker, program, route, talkers))", ")"],
    [
      "the greatest weight in a table",
      "b.weight - a.weight || b.localPreference",
      "a.weight - b.weight || b.localPreference",
    ],
    ["weights in a table at all", "b.weight - a.weight || b.localPreference", "b.localPreference"],
    ["the shortest AS path in a table", "a.path.asns.length - b.path.asns.length\n  );", "0\n  );"],
    ["one way beside a Route Server", "if (best.program.singlePath === true) return [best];", ""],
    [
      "packets go to the gateway",
      'nextHop: program.nextHop === "self" ?',
      'nextHop: program.nextHop !== "self" ?',
    ],
    [
      "all equal ways in a table",
      "return sorted.filter(({ route }) => compareMerit(route, best.route) === 0);",
      "return [best];",
    ],
  ),
  ...inFile(
    "routing/up.ts",
    ["what is down", "if (situation.down.has(element))", "if (false)"],
    ["a link that is broken by itself", "if (brokenBecause !== undefined) return brokenBecause;", ""],
    ["ends must be up", "...joined.ends.map((end) => [end.node]), ", ""],
    ["what links and sessions need", ", ...joined.needs];", "];"],
    [
      "one of a group is enough",
      "!group.slice(1).some((other) => reasonDown(other) === undefined))",
      "true)",
    ],
    ["what nodes need", "return topology.nodes.get(element)?.needs ?? [];", "return [];"],
  ),
];
