import { inFile, type Mutant } from "./mutant.ts";

/** What gateways, circuits and Route Servers are read as; what that shows is said with the other rules of reading. */
export const gatewayMutants: readonly Mutant[] = [
  ...inFile(
    "topology/gateway-transit.ts",
    [
      "useRemoteGateways",
      "brokenBecause !== undefined || !half.useRemoteGateways || !other",
      "brokenBecause !== undefined || !other",
    ],
    ["allowGatewayTransit", "return other.allowGatewayTransit !== false;", "return false;"],
    ["own gateways come first", "if (hasGateways(networkKey, estate)) return { networkKey, needs: [] };", ""],
  ),
  ...inFile(
    "topology/gateway-announced.ts",
    ["spokes are announced", "...rangesOfSpokes(networkKey, estate),", ""],
    ["the network itself is announced", "...ownRanges(networkKey, estate),", ""],
    [
      "a spoke is announced while its peering is up",
      "prefixes.map((prefix) => ({ prefix, via, needs, origin }));",
      "prefixes.map((prefix) => ({ prefix, via, needs: [], origin }));",
    ],
  ),
  ...inFile(
    "topology/vpn-speaker.ts",
    [
      "static routes of a tunnel",
      "...writtenPrefixes(tunnel).map((prefix) => via(link, prefix, tags.static, origin)),",
      "",
    ],
    ["a static route needs its tunnel", "needs: Needs = [[link]],", "needs: Needs = [],"],
    ["a BGP peer's own address", "...(peer ? [via(link, peer, tags.peerHost, origin)] : []),", ""],
    ["the default site", "...defaultSite(tunnel, gateway),", ""],
    ["the other network's ranges without BGP", "...toOtherNetworks(instance, estate),", ""],
    ["pools of users are announced", "...pools(gateway, instance, estate),", ""],
    ["own ranges are refused", "refuses: announcedPrefixes(networkKey, estate),", "refuses: [],"],
    [
      "a peer's own address stays in an active-active gateway",
      "activeActive ? outside : [...outside, tags.peerHost]",
      "[...outside, tags.peerHost]",
    ],
    [
      "a VPN gateway programs what tunnels bring",
      "const outside = [tags.static, tags.branch, tags.pool];",
      "const outside = [tags.static, tags.pool];",
    ],
    [
      "a VPN gateway programs static routes",
      "const outside = [tags.static, tags.branch, tags.pool];",
      "const outside = [tags.branch, tags.pool];",
    ],
    [
      "users hear what tunnels bring",
      "isWindows(group) ? [] : [tags.branch, tags.static]",
      "isWindows(group) ? [] : []",
    ],
  ),
  ...inFile(
    "topology/vpn-site-to-site.ts",
    [
      "tunnels pass on what other tunnels bring",
      "[tags.network, tags.static, tags.peerHost, tags.branch, tags.pool]",
      "[tags.network, tags.static, tags.peerHost, tags.pool]",
    ],
    [
      "sites hear static routes of others",
      "[tags.network, tags.static, tags.peerHost, tags.branch, tags.pool]",
      "[tags.network, tags.peerHost, tags.branch, tags.pool]",
    ],
    [
      "sites hear of users",
      "[tags.network, tags.static, tags.peerHost, tags.branch, tags.pool]",
      "[tags.network, tags.static, tags.peerHost, tags.branch]",
    ],
    [
      "branch-to-branch on tunnels",
      "joinsBranches(networkKey, estate) ? [...own, tags.circuit, tags.nva] : own",
      "own",
    ],
    [
      "circuits reach tunnels with branch-to-branch alone",
      "joinsBranches(networkKey, estate) ? [...own, tags.circuit, tags.nva] : own",
      "[...own, tags.circuit, tags.nva]",
    ],
    ["a default route ends at the gateway", "{ exceptDefaultRoute: true }", "{ exceptDefaultRoute: false }"],
    [
      "a device's local preference",
      "...(terms?.localPreference === undefined ? {} : { localPreference: terms.localPreference }),",
      "",
    ],
    ["a device prepends", "prepend: terms?.prepend ?? 0,", "prepend: 0,"],
    [
      "a device tells what it is said to",
      "const own = advertised ?? far.place.prefixes;",
      "const own = far.place.prefixes;",
    ],
  ),
  ...inFile(
    "topology/vpn-vnet-to-vnet.ts",
    [
      "no session between two of one number",
      "if (!usesBgp || near.gateway.asn === far.gateway.asn) return;",
      "if (!usesBgp) return;",
    ],
    ["both halves must use BGP", "half === undefined || half.enableBgp === true", "true"],
    [
      "every instance to every instance",
      "far.instances.map((other, otherIndex): NetworkTunnel",
      "far.instances.slice(0, 1).map((other, otherIndex): NetworkTunnel",
    ],
  ),
  ...inFile(
    "topology/gateway-sessions.ts",
    [
      "siblings tell each other",
      "if (first && second) yield betweenSiblings(gateway, first, second, weight);",
      "",
    ],
    [
      "siblings tell what tunnels bring",
      "sends: sends([tags.static, tags.peerHost, tags.branch]),",
      "sends: sends([tags.static, tags.peerHost]),",
    ],
    ["the ExpressRoute gateway hears of tunnels", "sends: sends([tags.branch]),", "sends: sends([]),"],
    [
      "the ExpressRoute gateway tells nothing of circuits",
      "sends: sends([tags.network]),",
      "sends: sends([tags.network, tags.circuit]),",
    ],
  ),
  ...inFile(
    "topology/express-route-speaker.ts",
    [
      "one row of a circuit beside a Route Server",
      "routeServersOfNetwork(networkKey, estate).length > 0 ? { singlePath: true } : {}",
      "{}",
    ],
    [
      "an ExpressRoute gateway programs circuits' routes",
      "        tags: [tags.circuit],\n",
      "        tags: [],\n",
    ],
    ["networks are refused over circuits", "refuses: announcedPrefixes(networkKey, estate),", "refuses: [],"],
  ),
  ...inFile(
    "topology/express-route-links.ts",
    [
      "ExpressRoute before VPN",
      "learns: learns(bgpWeights.value.expressRoute, {",
      "learns: learns(bgpWeights.value.others - 1, {",
    ],
    ["the routing weight of a connection", "DEFAULT_LOCAL_PREFERENCE + weight", "DEFAULT_LOCAL_PREFERENCE"],
    [
      "tunnels reach circuits with branch-to-branch alone",
      "sends: sends(joins ? [tags.network, tags.branch, tags.static, tags.nva] : [tags.network], {",
      "sends: sends([tags.network, tags.branch, tags.static, tags.nva], {",
    ],
    [
      "branch-to-branch on circuits",
      "sends: sends(joins ? [tags.network, tags.branch, tags.static, tags.nva] : [tags.network], {",
      "sends: sends([tags.network], {",
    ],
    ["an edge returns nothing to its gateway", ".filter((tag) => tag !== own)", ""],
    ["an edge replaces its neighbour's number", "      replacesFarAsn: true,\n", ""],
  ),
  ...inFile(
    "topology/provider-routers.ts",
    ["an edge strips private numbers", "stripsPrivateAsns: true,", ""],
    ["an edge takes its own number back", "acceptsOwnAsn: true, ", ""],
    ["a provider uses one way", "multipath: false,", "multipath: true,"],
    [
      "links are told where the provider does",
      "...(router.advertisesLinks ? linkRanges(circuits) : []),",
      "...linkRanges(circuits),",
    ],
    [
      "what the provider is said to tell",
      "return advertises?.flatMap((text) => parsePrefix(text) ?? []) ?? prefixes;",
      "return prefixes;",
    ],
    [
      "a site's routers hear of Azure from the provider",
      'layer: place.learned, tags: [tags.azure], nextHop: "self"',
      'layer: place.learned, tags: [], nextHop: "self"',
    ],
  ),
  ...inFile(
    "topology/route-servers.ts",
    [
      "branch-to-branch",
      "if (isJoining(server)) yield* sessionsWithGateways",
      "if (false) yield* sessionsWithGateways",
    ],
    [
      "gateways reach the Route Server with branch-to-branch alone",
      "if (isJoining(server)) yield* sessionsWithGateways",
      "yield* sessionsWithGateways",
    ],
    ["a Route Server programs what appliances tell", "tags: [tags.nva],", "tags: [],"],
    ["a Route Server reflects", "{ reflects: true }", "{ reflects: false }"],
  ),
];
