import { expect, it } from "vitest";
import { testAnswer } from "../../src/cli/lab/test-answer.ts";
import { testJunit } from "../../src/cli/lab/test-junit.ts";
import { testText } from "../../src/cli/lab/test-text.ts";
import { tracePaintFor } from "../../src/cli/paint.ts";
import { parseAddress, parsePrefix } from "../../src/ip/index.ts";
import { readBirdPeers, readBirdRoutes } from "../../src/lab/bird-answers.ts";
import { captureOfLink, captureOfNamespace } from "../../src/lab/capture.ts";
import { readEsp, readTunnelState } from "../../src/lab/charon-answers.ts";
import { findDownParts, nothingDown } from "../../src/lab/down-parts.ts";
import { createIndependence } from "../../src/lab/independence.ts";
import { keyFrom } from "../../src/lab/lab-keys.ts";
import type { LabPlan } from "../../src/lab/lab-plan.ts";
import { planLab } from "../../src/lab/plan/plan-lab.ts";
import { installLine, programs } from "../../src/lab/run/programs.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { createTracer, solveSessions } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf } from "../scenarios/scenario.ts";

const PROTOCOLS = `BIRD 2.0.12 ready.
Name       Proto      Table      State  Since         Info
own_routes Static     speaker    up     17:58:46.834  
  Channel ipv4
    Routes:         1 imported, 0 exported, 1 preferred

session0   BGP        ---        up     17:58:47.642  Established   
  Description:    circuit#primary/bgp
  BGP state:          Established
    Neighbor address: 10.0.0.1
    Neighbor AS:      12076
    Local AS:         65515
    Source address:   10.0.0.2
  Channel ipv4
    Routes:         3 imported, 1 exported, 1 preferred

session1   BGP        ---        start  17:58:47.691  Active        Socket: No route to host
  Description:    hub#0-1/bgp
  BGP state:          Active
    Neighbor address: 10.0.0.3
    Neighbor AS:      65515
    Local AS:         65515

session2   BGP        ---        down   17:58:47.691  
  Description:    down/bgp
  BGP state:          Down
    Neighbor AS:      65010
    Local AS:         65515

feed0      BGP        ---        up     17:58:47.779  Established   
  BGP state:          Established
    Neighbor AS:      4294967294
`;

it("reads sessions in ARM's words, and leaves the lab's own wiring out", () => {
  expect(readBirdPeers(PROTOCOLS)).toEqual([
    {
      protocol: "session0",
      session: "circuit#primary/bgp",
      localAddress: "10.0.0.2",
      neighbor: "10.0.0.1",
      asn: 12076,
      state: "Connected",
      routesReceived: 3,
      isInternal: false,
    },
    {
      protocol: "session1",
      session: "hub#0-1/bgp",
      localAddress: undefined,
      neighbor: "10.0.0.3",
      asn: 65515,
      state: "Connecting",
      routesReceived: 0,
      isInternal: true,
    },
    {
      protocol: "session2",
      session: "down/bgp",
      localAddress: undefined,
      neighbor: undefined,
      asn: 65010,
      state: "Stopped",
      routesReceived: 0,
      isInternal: false,
    },
  ]);
});

const ROUTES = `BIRD 2.0.12 ready.
Table speaker:
192.168.0.0/17       unicast [session0 17:58:47.683] * (106/?) [AS65010i]
	via 198.18.49.204 on w-7empb
	Type: BGP univ
	BGP.as_path: 12076 65010
	BGP.next_hop: 198.18.49.204
	BGP.large_community: (4200000000, 1, 3) (4200000000, 2, 32769)
                     unicast [session1 17:58:47.683 from 10.0.0.9] (106/?) [AS65010i]
	via 198.18.124.43 on w-tq91b
	BGP.as_path: 
	BGP.large_community: (4200000000, 2, 32768)
10.64.0.0/22         unicast [own_routes 17:58:46.834] * (105)
	dev w-mco9a
	Type: static univ
	BGP.large_community: (4200000000, 1, 5) (4200000000, 2, 32768)
`;

it("reads routes with the network of the line above, and the weight that travels beside them", () => {
  const routes = readBirdRoutes(ROUTES, readBirdPeers(PROTOCOLS));

  expect(routes).toEqual([
    {
      localAddress: "10.0.0.2",
      network: "192.168.0.0/17",
      nextHop: "198.18.49.204",
      sourcePeer: "10.0.0.1",
      origin: "EBgp",
      asPath: "12076-65010",
      weight: 32769,
      session: expect.any(String),
      localPreference: 100,
      isBest: true,
    },
    expect.objectContaining({ network: "192.168.0.0/17", origin: "IBgp", asPath: "", weight: 32768 }),
    expect.objectContaining({ network: "10.64.0.0/22", origin: "Network", weight: 32768 }),
  ]);
});

const answers: readonly (readonly [text: string | undefined, state: string, why: string])[] = [
  [undefined, "Unknown", "nobody answers"],
  ["", "Unknown", "nothing that is an answer"],
  ["list-sas reply {}", "NotConnected", "it knows no tunnel"],
  ["list-sa event {t {state=CONNECTING child-sas {}}}\nlist-sas reply {}", "Connecting", "IKE speaks"],
  [
    "list-sa event {t {state=ESTABLISHED child-sas {}}}\nlist-sas reply {}",
    "Connecting",
    "and carries nothing",
  ],
  [
    "list-sa event {t {state=ESTABLISHED child-sas {t-1 {state=INSTALLED bytes-in=84 bytes-out=168}}}}\nlist-sas reply {}",
    "Connected",
    "it carries",
  ],
];

it.each(answers)("%j is %s: %s", (text, connectionStatus) => {
  expect(readTunnelState(text)).toMatchObject({ connectionStatus });
});

it("sums what all child associations have carried", () => {
  const text =
    "state=INSTALLED bytes-in=84 bytes-out=10 state=INSTALLED bytes-in=16 bytes-out=5 list-sas reply {}";

  expect(readTunnelState(text)).toMatchObject({ ingressBytesTransferred: 100, egressBytesTransferred: 15 });
});

it("says who encrypts", () => {
  expect(readEsp("stats reply {plugins=[charon kernel-libipsec vici]}")).toBe("userspace");
  expect(readEsp("stats reply {plugins=[charon kernel-netlink vici]}")).toBe("kernel");
  expect(readEsp("")).toBeUndefined();
});

const plan: LabPlan = {
  namespaces: [
    { name: "gw", node: "gateway#0", title: "gateway", ip: [] },
    { name: "dev", node: "site/x/1", title: "device", ip: [] },
    { name: "net", title: "internet", ip: [] },
  ],
  links: [
    {
      ends: [
        { namespace: "net", device: "p1", bridge: "br0" },
        { namespace: "gw", device: "e1" },
      ],
    },
    {
      ends: [
        { namespace: "net", device: "p2", bridge: "br0" },
        { namespace: "dev", device: "e2" },
      ],
    },
    {
      link: "peering",
      ends: [
        { namespace: "gw", device: "wa" },
        { namespace: "dev", device: "wb" },
      ],
    },
  ],
  daemons: [
    {
      name: "ike-gw",
      namespace: "gw",
      program: "charon",
      files: [],
      about: ["tunnel#0"],
      makesDevice: "ipsec0",
      tunnel: { inner: "ipsec0", outer: "e1", address: "198.18.0.1" },
    },
    {
      name: "ike-dev",
      namespace: "dev",
      program: "charon",
      files: [],
      about: ["tunnel#0"],
      makesDevice: "ipsec0",
    },
    { name: "bgp-gw", namespace: "gw", program: "bird", files: [], about: ["tunnel#0/bgp"] },
  ],
  hosts: [],
  notRun: [],
};

function devices(places: readonly { readonly device: string }[]): readonly string[] {
  return places.map(({ device }) => device);
}

it("listens at one end of a wire, at both sides of a tunnel, and at all of a place", () => {
  expect(devices(captureOfLink(plan, "peering"))).toEqual(["wa"]);
  expect(devices(captureOfLink(plan, "tunnel#0"))).toEqual(["ipsec0", "e1"]);
  expect(captureOfLink(plan, "nosuch")).toEqual([]);
  expect(devices(captureOfNamespace(plan, "dev"))).toEqual(["e2", "wb", "ipsec0"]);
});

const topology = buildTopology(indexEstate(estateOf("expressroute-and-vpn", {})));

it("what fails takes its own wires and programs down, and sessions that nobody hears", () => {
  const gateway = [...topology.nodes.values()].find(({ role }) => role === "gatewayInstance");
  const tunnel = [...topology.links.values()].find(({ medium }) => medium === "ipsec");
  const id = gateway?.id ?? "";
  const own: LabPlan = {
    ...plan,
    namespaces: [{ name: "gw", node: id, title: "gateway", ip: [] }, ...plan.namespaces.slice(1)],
    daemons: plan.daemons.map((daemon) =>
      daemon.program === "charon" ? { ...daemon, about: [tunnel?.id ?? ""] } : daemon,
    ),
  };

  const ofNode = findDownParts(own, topology, { down: new Set([id]) });
  expect([...ofNode.links].map(({ ends }) => ends[1].device)).toEqual(["e1", "wb"]);
  expect(ofNode.daemons).toContain("bgp-gw");
  expect(ofNode.sessions.size).toBeGreaterThan(0);

  const ofTunnel = findDownParts(own, topology, { down: new Set([tunnel?.id ?? ""]) });
  expect([...ofTunnel.daemons]).toEqual(["ike-gw", "ike-dev"]);
  expect([...ofTunnel.links]).toEqual([]);

  expect(findDownParts(own, topology, { down: new Set() })).toEqual(nothingDown);
});

it("a pair is independent where a learned route decided it, and transcribed where none did", () => {
  const situation = { down: new Set<string>() };
  const tracer = createTracer(topology, solveSessions(topology, situation), situation);
  const { hosts } = planLab(topology, { timers: "fast", keys: () => "" });
  const found = hosts.map((from) =>
    hosts
      .filter((to) => to !== from)
      .map((to) => {
        const [own, far] = [parseAddress(from.address), parseAddress(to.address)];
        if (!own || !far) throw new Error("a host has no address");
        const trace = tracer.trace(
          { node: from.node, address: own },
          { node: to.node, address: far },
          { protocol: "icmp" },
        );
        return { crosses: isSite(from.node) || isSite(to.node), says: createIndependence(topology)(trace) };
      }),
  );

  const pairs = found.flat();
  expect(pairs.filter(({ crosses }) => crosses).map(({ says }) => says)).toContain("independent");
  expect(pairs.filter(({ crosses, says }) => crosses && says === "transcribed")).toEqual([]);
});

function isSite(node: string): boolean {
  return topology.nodes.get(node)?.role === "site";
}

function host(name: string) {
  return { name, node: `site/${name}`, namespace: name, address: "10.0.0.4" };
}

function prefixOf(text: string) {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(`${text} is no range`);
  return prefix;
}

it("a build server is told what differs and what nobody decided", () => {
  const lab = {
    name: "l",
    down: [],
    input: "",
    plan,
    holder: { pid: 1, startTime: "", inside: 1, rootless: true },
  };
  const pair = {
    from: host("a"),
    to: host("b"),
    because: "a <reason>",
    independence: "independent",
  } as const;
  const answer = testAnswer(lab, {
    pairs: [
      { ...pair, outcome: "delivered", answers: true, verdict: "agrees" },
      { ...pair, outcome: "delivered", answers: false, verdict: "differs" },
      { ...pair, outcome: "notModelled", answers: true, verdict: "undecided" },
    ],
    tables: [
      {
        at: "site/a",
        table: "site/a/routes",
        lookers: ["site/a"],
        routes: [
          {
            prefix: prefixOf("10.0.0.0/8"),
            predicted: ["site/b", "site/c"],
            inLab: ["site/b"],
            verdict: "differs",
          },
          { prefix: prefixOf("10.1.0.0/16"), predicted: [], verdict: "differs" },
          { prefix: prefixOf("10.2.0.0/16"), predicted: ["site/b"], inLab: ["site/b"], verdict: "agrees" },
        ],
      },
      { at: "site/b", table: "site/b/routes", lookers: ["site/b"], routes: [] },
    ],
  });

  expect(answer).toMatchObject({ agree: 1, differ: 1, undecided: 1, independent: { agree: 1, pairs: 2 } });
  expect(answer.routes).toEqual({ agree: 1, differ: 2, undecided: 0 });
  expect(testJunit(answer)).toContain('tests="5" failures="2" errors="0" skipped="1"');
  expect(testJunit(answer)).toContain(
    '<testcase classname="routes" name="a at a"><failure message="2 routes not as predicted">10.0.0.0/8: predicted: to b and c; in the lab: to b\n10.1.0.0/16: predicted: a route to nowhere; in the lab: no route</failure></testcase>',
  );
  expect(testText(answer, tracePaintFor({ isTTY: false })).join("\n")).toContain(
    "a: 10.0.0.0/8\n  predicted: to b and c\n  in the lab: to b",
  );
  expect(testJunit(answer)).toContain(
    '<failure message="predicted: delivered; in the lab: no answer">a &lt;reason&gt;</failure>',
  );
});

it("keys follow from a lab's seed, and differ from tunnel to tunnel", () => {
  expect(keyFrom("seed", "a")).toBe(keyFrom("seed", "a"));
  expect(new Set([keyFrom("seed", "a"), keyFrom("seed", "b"), keyFrom("other", "a")]).size).toBe(3);
});

it("one line installs everything that is missing, each package once", () => {
  const missing = programs.filter((program) => ["bird", "birdc", "swanctl"].includes(program.name));

  expect(installLine(missing)).toBe("sudo apt-get install bird2 strongswan-swanctl");
});
