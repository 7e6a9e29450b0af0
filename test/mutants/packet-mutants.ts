import { inFile, type Mutant } from "./mutant.ts";

/** What becomes of a packet on its way: filters, links, appliances, load balancers. The lab has nftables and the kernel for it. */
export const packetMutants: readonly Mutant[] = [
  ...inFile(
    "routing/filters.ts",
    [
      "the lowest priority first",
      "toSorted((a, b) => a.priority - b.priority)",
      "toSorted((a, b) => b.priority - a.priority)",
    ],
    [
      "sources of a rule",
      "const source = matchesAddress(rule.sources, packet.source, judge);",
      "const source: boolean | undefined = true;",
    ],
    ["destinations of a rule", "matchesAddress(rule.destinations, packet.destination, judge);", "true;"],
    ["protocols of a rule", 'rule.protocol === "*" || rule.protocol === protocol;', "true;"],
    ["ports of a rule", "range.from <= from && to <= range.to", "true"],
    ["what has no ports meets no rule with ports", "hasPorts(protocol) ? ports : anyPort;", "ports;"],
    ["the access of a rule", 'decision.rule?.access === "Allow"', 'decision.rule?.access === "Deny"'],
  ),
  ...inFile(
    "routing/address-match.ts",
    ["the tag VirtualNetwork", "match.routed && judge.isRouted(address)", "false"],
    [
      "prefixes of a rule",
      "match.any || match.prefixes.some((prefix) => containsAddress(prefix, address))",
      "match.any",
    ],
    [
      "the tag Internet leaves out what is routed",
      "match.internet && judge.isPublic(address) && !judge.isRouted(address)",
      "match.internet",
    ],
  ),
  ...inFile(
    "routing/trace/cross-link.ts",
    ["allowVirtualNetworkAccess", "if (!here.sends) return", "if (false) return"],
    ["allowForwardedTraffic", "!arrival.acceptsForwarded && isForwarded(journey, here, world)", "false"],
    [
      "only what is forwarded needs it",
      "!arrival.acceptsForwarded && isForwarded(journey, here, world)",
      "!arrival.acceptsForwarded",
    ],
    [
      "what a gateway sends counts as its network's own",
      'if (node.forwarding.does === "yes" && node.forwarding.asOwn) return false;',
      "",
    ],
    [
      "a peering of subnets carries theirs alone",
      "sendsFrom?.some((range) => containsAddress(range, packet.source)) ?? true",
      "true",
    ],
    [
      "addresses change where a tunnel begins",
      "translateLeaving(heeded, link, here), link, arrival",
      "heeded, link, arrival",
    ],
    [
      "addresses change where a tunnel ends",
      "const arrived = translateArriving(translateLeaving(heeded, link, here), link, arrival, errand);",
      "const arrived: Journey | End = translateLeaving(heeded, link, here);",
    ],
  ),
  ...inFile(
    "routing/trace/pass-filters.ts",
    ["the way back is open", "if (errand.memory?.open.has(node.id)) return journey;", ""],
    [
      "inbound is not outbound",
      "for (const id of node[direction] ?? [])",
      'for (const id of node[direction === "inbound" ? "outbound" : "inbound"] ?? [])',
    ],
  ),
  ...inFile(
    "routing/trace/send-on.ts",
    ["who does not forward", 'if (forwarding.does === "no") {', "if (false) {"],
    ["an appliance that puts its own address in front", "forwarding.sourceNat && !errand.memory", "false"],
    ["filters of what is sent on", 'return passFilters(sent, "outbound", errand);', "return sent;"],
  ),
  ...inFile(
    "routing/trace/receive.ts",
    [
      "an answer finds back through an appliance that translates",
      "if (restored) return [passOnwards(restored, errand)];",
      "",
    ],
    ["filters where a flow ends", 'isEnd(noted) ? noted : passFilters(noted, "inbound", errand);', "noted;"],
    ["nobody behind a load balancer who is down", ".filter(({ id }) => world.up.isUp(id));", ";"],
    [
      "who answers behind a load balancer answers as it",
      "answersAs: moved.answersAs ?? destination",
      "...(moved.answersAs ? { answersAs: moved.answersAs } : {})",
    ],
  ),
  ...inFile(
    "routing/trace/to-address.ts",
    ["learned routes lead to no appliance", "!layer.yields && (row", "(row"],
    ["a gateway finds an appliance that it has heard of", "table.nextHopsIn ?? table.id", "table.id"],
  ),
  ...inFile("routing/trace/ways-to-nodes.ts", [
    "only instances that are up",
    "known.filter(({ id }) => up.isUp(id));",
    "known;",
  ]),
  ...inFile("routing/trace/to-nodes.ts", [
    "all instances",
    "return targets.map((node) =>",
    "return targets.slice(0, 1).map((node) =>",
  ]),
  ...inFile(
    "routing/trace/at-node.ts",
    [
      "a node that is down gets nothing",
      'if (down !== undefined) return [endsAt(moved, "dropped", down)];',
      "",
    ],
    [
      "filters of what an appliance gets",
      'isEnd(heeded) ? heeded : passFilters(heeded, "inbound", errand);',
      "heeded;",
    ],
  ),
  ...inFile("routing/trace/at-members.ts", [
    "an interface that is down answers nothing",
    'return down === undefined ? receive(there, errand) : [endsAt(there, "dropped", down)];',
    "return receive(there, errand);",
  ]),
  ...inFile("routing/trace.ts", [
    "the way back is walked",
    '"internet" in from || "internet" in to ? nothing : walkAllBack',
    "true ? nothing : walkAllBack",
  ]),
];
