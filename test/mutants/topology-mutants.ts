import { inFile, type Mutant } from "./mutant.ts";

/**
 * Rules by which resources become a topology. A lab is made from that topology, so its word on these is that of the day
 * when it was recorded: a change of the reading is seen, and whether Azure reads so the recorded rows of real Azure say.
 */
export const topologyMutants: readonly Mutant[] = [
  ...inFile(
    "topology/system-layers.ts",
    ["a broken peering has no rows", "if (peering.brokenBecause !== undefined) return [];", ""],
    [
      "a peering's rows go with it",
      'systemRow(prefix, nextHop, "VNetPeering", half.resource.origin),\n    needs,',
      'systemRow(prefix, nextHop, "VNetPeering", half.resource.origin),',
    ],
    [
      "system rows shield",
      "[...own, ...peered], { shields: true }",
      "[...own, ...peered], { shields: false }",
    ],
    ["private ranges go nowhere", "unlessDefaultRoute: true as const,", ""],
    [
      "peers' ranges",
      "defaultLayer(`${networkKey}/systemroutes`, [...own, ...peered]",
      "defaultLayer(`${networkKey}/systemroutes`, [...own]",
    ],
  ),
  ...inFile(
    "topology/subnet-table.ts",
    ["propagation that is turned off", "learned && table?.disableBgpRoutePropagation !== true", "learned"],
    [
      "a subnet's route table",
      "table && outward(userLayerOf(table, networkKey, estate).layer),",
      "undefined,",
    ],
  ),
  ...inFile(
    "topology/layer.ts",
    ["what is learned yields", "yields: true,", "yields: false,"],
    [
      "the rank of users' routes",
      "const rank = routePreference.value.User;",
      "const rank = routePreference.value.Default;",
    ],
    [
      "the rank of gateways' routes",
      "rank: routePreference.value.VirtualNetworkGateway,",
      "rank: routePreference.value.Default - 1,",
    ],
  ),
  ...inFile(
    "topology/user-layer.ts",
    [
      "a route to nowhere",
      'goesTo(route, "None")) return { nextHop: { to: "none" } }',
      'goesTo(route, "None")) return { nextHop: { to: "members", network: networkKey } }',
    ],
    [
      "a route to the network itself",
      '{ nextHop: { to: "members", network: networkKey } };\n  if (goesTo(route, "Internet"))',
      '{ nextHop: { to: "none" } };\n  if (goesTo(route, "Internet"))',
    ],
    [
      "a route to a gateway",
      "return { nextHop, ...(gap ? { gap } : {}) };",
      'return { nextHop: { to: "none" }, ...(gap ? { gap } : {}) };',
    ],
    [
      "a route to an appliance",
      'if (addresses.length > 0) return { nextHop: { to: "addresses", addresses } };',
      'if (addresses.length > 0) return { nextHop: { to: "none" } };',
    ],
  ),
  ...inFile(
    "topology/peering-halves.ts",
    ["both halves must be there", "if (other) return undefined;", "return undefined;"],
    ["both halves must be connected", 'state.toLowerCase() !== "connected")', "false)"],
    [
      "the default of allowForwardedTraffic",
      'flagOf(resource, "allowForwardedTraffic") ?? false',
      'flagOf(resource, "allowForwardedTraffic") ?? true',
    ],
    [
      "allowForwardedTraffic is read",
      'acceptsForwarded: flagOf(resource, "allowForwardedTraffic") ?? false',
      "acceptsForwarded: true",
    ],
    [
      "allowVirtualNetworkAccess is read",
      'booleanOf(propertyOf(resource, "allowVirtualNetworkAccess")) ?? true',
      "true",
    ],
    ["subnets of a peering", 'booleanOf(propertyOf(resource, "peerCompleteVnets")) === false', "false"],
  ),
  ...inFile(
    "topology/peered-ranges.ts",
    ["a peering that is not synced keeps the old ranges", "half.remoteAddressSpace ??\n", ""],
    [
      "the remote subnets of a peering",
      "? rangesOfSubnets(half.remoteKey, half.subnets.remote, estate)",
      "? rangesOfNetwork(half.remoteKey, estate)",
    ],
    ["the local subnets of a peering", "half.subnets && rangesOfSubnets", "undefined && rangesOfSubnets"],
  ),
  ...inFile(
    "topology/site-speaker.ts",
    ["static returns of a device", "...tunnels.flatMap((tunnel) => staticReturns(tunnel, estate)),", ""],
    [
      "a device with BGP has no other way back",
      "const taken = usesBgp\n    ? []",
      "const taken = false\n    ? []",
    ],
    ["a static return needs its tunnel", "needs: [...needs, [tunnel.link]],", "needs,"],
    [
      "a device refuses its site's ranges",
      "refuses: [...place.prefixes, ...ownHosts(device, tunnels)],",
      "refuses: [...ownHosts(device, tunnels)],",
    ],
  ),
  ...inFile(
    "topology/site-weights.ts",
    [
      "a site prefers its circuits",
      "{ tunnels: 0, circuits: 1, preferredTunnels: 2 }",
      "{ tunnels: 1, circuits: 0, preferredTunnels: 2 }",
    ],
    [
      "unless somebody prefers a tunnel",
      "{ tunnels: 0, circuits: 1, preferredTunnels: 2 }",
      "{ tunnels: 0, circuits: 3, preferredTunnels: 2 }",
    ],
  ),
  ...inFile(
    "topology/p2s-users.ts",
    ["users are told of peered networks", "    ...peered,\n", ""],
    [
      "users are told of their network",
      "    ...rangesOfNetwork(networkKey, estate).map((prefix) => ({ prefix, needs: [] })),\n",
      "",
    ],
    ["routes added for users", "    ...custom.map(({ prefix }) => ({ prefix, needs: [] })),\n", ""],
  ),
  ...inFile(
    "topology/nat-rules.ts",
    [
      "egress rules change the network's addresses",
      'ofNetwork: translationsIn(rules("egressNatRules"), azure',
      "ofNetwork: translationsIn([], azure",
    ],
    [
      "ingress rules change the site's addresses",
      'ofSite: translationsIn(rules("ingressNatRules"), site',
      "ofSite: translationsIn([], site",
    ],
    [
      "which way round a rule translates",
      "internal: range, external: other, dynamic }",
      "internal: other, external: range, dynamic }",
    ],
  ),
  ...inFile(
    "topology/network-security-groups.ts",
    ["the default rules", ", ...defaultsOf(group, direction)]", "]"],
    [
      "rules of one direction",
      'rule.kind === "rule" && rule.direction === direction',
      'rule.kind === "rule"',
    ],
  ),
  ...inFile(
    "topology/security-rule.ts",
    ["a rule's protocol", '(textOf(propertyOf(resource, "protocol")) ?? "*").toLowerCase()', '"*"'],
    [
      "a rule's ports",
      'const destinationPorts = portsOf(resource, "destination");',
      "const destinationPorts = [anyPort];",
    ],
  ),
  ...inFile(
    "topology/gateway-nodes.ts",
    ["the routes of GatewaySubnet", "const layers = subnet\n", "const layers = subnet && false\n"],
    [
      "what gateways send counts as the network's own",
      "sourceNat: false, asOwn: true }",
      "sourceNat: false, asOwn: false }",
    ],
  ),
  ...inFile(
    "topology/network-interfaces.ts",
    ["groups on interfaces", "    ...filtersOf(view.resource, estate),\n", ""],
    [
      "what forwards has a table of its own",
      "return placed.view.enableIPForwarding ? forwardingTable(placed, behind, estate) : undefined;",
      "return undefined;",
    ],
  ),
  ...inFile("topology/placement.ts", [
    "a region's networks fail with it",
    "return region === undefined ? [] : [[`region/${region}`]];",
    "return [];",
  ]),
];
