import { expect, it } from "vitest";
import { tellTrace } from "../../src/cli/tell-trace.ts";
import { type Address, parseAddress } from "../../src/ip/index.ts";
import type { Hop, Outcome, Segment, Trace, Way } from "../../src/model/trace.ts";
import { readDocument } from "../../src/source/index.ts";

const plain = (text: string) => text;
const paint = { bold: plain, dim: plain, place: plain, good: plain, bad: plain };
const document = readDocument("network.yaml", "networks:\n  web: { routes: here }\n");
const shown = new Map([["network.yaml", { document, path: "work/network.yaml" }]]);
const origin = { file: "network.yaml", path: ["networks", "web", "routes"] };

function address(text: string): Address {
  const found = parseAddress(text);
  if (!found) throw new Error(`${text} is no address`);
  return found;
}

const from = { name: "hub/web", end: { node: "web", address: address("10.0.0.4") } };
const to = { name: "amsterdam", end: { node: "site", address: address("192.168.0.1") } };

const tunnel: Segment = {
  medium: "ipsec",
  name: "hub-amsterdam#0",
  encryptedBy: "IPsec",
  crossesInternet: true,
  bandwidthMbps: 650,
  roundTripMs: 12,
};
const peering: Segment = { medium: "backbone", name: "hub - spoke", crossesInternet: false };

function hop(name: string, segment?: Segment, source = "10.0.0.4"): Hop {
  return {
    node: name,
    name,
    source: address(source),
    destination: address("192.168.0.1"),
    decidedBy: [],
    ...(segment ? { segment } : {}),
  };
}

function way(hops: readonly Hop[], outcome: Outcome = "delivered"): Way {
  return { hops, outcome, because: `It is ${outcome}.`, bandwidthMbps: 650, roundTripMs: 12 };
}

function told(
  changes: Partial<Trace>,
  notModelled: readonly string[] = [],
  down: readonly string[] = [],
  takenOverWithinSeconds?: number,
): string {
  const trace: Trace = {
    from: from.end,
    to: to.end,
    flow: { protocol: "tcp", port: 443 },
    outcome: "delivered",
    because: "It arrives.",
    there: [way([hop("hub/web", tunnel), hop("amsterdam")])],
    back: [way([hop("amsterdam", tunnel), hop("hub/web")])],
    assumed: [],
    truncated: false,
    ...changes,
  };
  const situation = { down: new Set(down) };
  const traced = { from, to, trace, situation, notModelled, takenOverWithinSeconds };
  return tellTrace(traced, shown, paint).join("\n");
}

it("begins with the flow, the outcome and what bounds it", () => {
  expect(told({})).toMatch(
    /^hub\/web \(10\.0\.0\.4\) to amsterdam \(192\.168\.0\.1\), TCP port 443\nDelivered: It/,
  );
  expect(told({})).toContain("Bandwidth   at most 650 Mbps\nRound trip  12 ms\n");
  expect(told({})).toContain("Encryption  by IPsec, all the way between networks\n");
  expect(told({})).toContain("Internet    crossed on hub-amsterdam#0\n");
});

it("says how soon what is down is noticed, where anybody says", () => {
  expect(told({}, [], ["gateway#0"], 180)).toContain("Takes over  within 180 s, the BGP hold time");
  expect(told({}, [], ["gateway#0"])).toContain("Takes over  not known");
  expect(told({}, [], ["gateway#0"], 0)).not.toContain("Takes over");
  expect(told({}, [], [], 180)).not.toContain("Takes over");
});

it("names the segment that is not encrypted", () => {
  const there = [way([hop("spoke/app", peering), hop("hub", tunnel), hop("amsterdam")])];

  expect(told({ there })).toContain("Encryption  by IPsec on a part; in the clear on hub - spoke\n");
});

it("draws addresses where the packet begins and where they change", () => {
  const there = [way([hop("a", tunnel), hop("b", tunnel), hop("c", undefined, "203.0.113.5")])];
  const lines = told({ there, back: [] }).split("\n");

  expect(lines.filter((line) => line.includes("●"))).toEqual([
    "  ● a  10.0.0.4 → 192.168.0.1",
    "  ● b",
    "  ● c  203.0.113.5 → 192.168.0.1",
  ]);
});

it("says what decided, and the line that it comes from as the person named the file", () => {
  const decided: Hop = {
    ...hop("hub/web", tunnel),
    decidedBy: [
      { what: "rule", filter: "nsg-web", name: "AllowOut", access: "Allow", origin: { file: "", path: [] } },
      {
        what: "route",
        table: "rt",
        source: "User",
        name: "to-site",
        addressPrefix: "192.168.0.0/16",
        nextHopType: "VirtualNetworkGateway",
        nextHopIpAddress: [],
        origin,
      },
    ],
  };

  const text = told({ there: [way([decided, hop("amsterdam")])] });

  expect(text).toContain("  │ nsg-web allows it by AllowOut\n");
  expect(text).toContain("  │ User route to-site 192.168.0.0/16 → VirtualNetworkGateway\n");
  expect(text).toContain("work/network.yaml:2:18\n");
});

it("draws the way that made the outcome, and the equal ones in a line each", () => {
  const there = [
    way([hop("hub/web", tunnel), hop("hub-vpn#0", tunnel), hop("amsterdam")]),
    way([hop("hub/web", tunnel), hop("hub-vpn#1")], "dropped"),
  ];

  const text = told({ outcome: "dropped", because: "It is dropped.", there, back: [] });

  expect(text).toContain("There, one of 2 equal ways\n");
  expect(text).toContain("  ● hub-vpn#1\n  ✗ dropped: It is dropped.\n  or hub/web › hub-vpn#0 › amsterdam");
});

it("says of a rule that denies a part that it is a part", () => {
  const origin = { file: "", path: [] };
  const denies = { what: "rule", filter: "nsg", name: "NoWeb", access: "Deny", origin } as const;
  const passed = { ...hop("hub/web", tunnel), decidedBy: [denies] };
  const stopped = { ...hop("hub/web"), decidedBy: [denies] };

  expect(told({ there: [way([passed, hop("amsterdam")])] })).toContain(
    "│ nsg denies a part of it by NoWeb\n",
  );
  expect(told({ there: [way([stopped], "deniedOutbound")], back: [] })).toContain(
    "    nsg denies it by NoWeb\n",
  );
});

it("keeps quiet of bandwidth where nothing arrives", () => {
  const there = [way([hop("hub/web")], "noRoute")];

  expect(told({ outcome: "noRoute", there, back: [] })).not.toContain("Bandwidth");
});

it("says what was assumed and what is not modelled", () => {
  const text = told({ assumed: ["The firewall forwards."] }, ["Service endpoints are not known."]);

  expect(text).toMatch(/Assumed\n {2}- The firewall forwards\.\n\nNot modelled\n {2}- Service endpoints/);
});

it("lets no name drive the terminal", () => {
  const text = told({ there: [way([hop("\u001b[2Jweb", tunnel), hop("b\u202e")])] });

  expect(text).toContain("● \\u001b[2Jweb");
  expect(text).toContain("● b\\u202e");
});

it("keeps within 80 columns, but for what cannot be broken", () => {
  const long = "a".repeat(30);
  const there = [
    way([hop(`${long}/${long}`, { ...tunnel, name: `${long} ${long}` }), hop("amsterdam")], "dropped"),
    way([hop(long, tunnel), hop(long, tunnel), hop(long)]),
  ];

  const lines = told({ because: "A long sentence. ".repeat(9), there, outcome: "dropped" }).split("\n");

  expect(lines.filter((line) => line.length > 80 && !line.includes("●"))).toEqual([]);
});

it("bounds a way by what has a bound, whatever else it goes over", () => {
  const there = [way([hop("hub/web", peering), hop("gateway", tunnel), hop("amsterdam")])];
  const unknown: Segment = { medium: "circuit", name: "c", crossesInternet: false };

  expect(told({ there })).toContain("Bandwidth   at most 650 Mbps");
  expect(
    told({ there: [way([hop("hub/web", unknown), hop("gateway", tunnel), hop("amsterdam")])] }),
  ).toContain("Bandwidth   no bound is known");
});
