import * as z from "zod";
import { OUTCOMES } from "../model/trace.ts";

/** The shapes of what `routes` and `trace` answer with `--format json`. */

const effectiveRoute = z.strictObject({
  name: z.string().exactOptional(),
  disableBgpRoutePropagation: z.boolean(),
  source: z.string(),
  state: z.enum(["Active", "Invalid"]),
  addressPrefix: z.array(z.string()),
  nextHopIpAddress: z.array(z.string()),
  nextHopType: z.string(),
});

/** What nobody has looked up in Azure is absent. */
const gatewayRoute = z.strictObject({
  localAddress: z.string().exactOptional(),
  network: z.string(),
  nextHop: z.string().exactOptional(),
  sourcePeer: z.string().exactOptional(),
  origin: z.enum(["Network", "EBgp", "IBgp", "Igp"]),
  asPath: z.string(),
  weight: z.number().int(),
});

const bgpPeer = z.strictObject({
  localAddress: z.string().exactOptional(),
  neighbor: z.string().exactOptional(),
  asn: z.number().int(),
  state: z.enum(["Unknown", "Stopped", "Idle", "Connecting", "Connected"]),
  routesReceived: z.number().int(),
});

const router = {
  bgpPeerStatus: z.array(bgpPeer),
  learnedRoutes: z.array(gatewayRoute),
  /** Of each session: which instance says what to whom. */
  advertisedRoutes: z.array(
    z.strictObject({ by: z.string(), peer: z.string(), value: z.array(gatewayRoute) }),
  ),
};

const gaps = {
  /** What the prediction leaves out, a sentence each. */
  notModelled: z.array(z.string()),
  assumed: z.array(z.string()),
};

const asked = {
  format: z.literal("isthmus/routes"),
  version: z.literal(1),
  /** What was asked for; absent: everything. */
  where: z.string().exactOptional(),
  /** Ids of what is down. */
  down: z.array(z.string()),
};

/** Of one table `value`, as Azure has it; of a router what it says and hears; of several places a list of each. */
export const routesSchema = z.union([
  z.strictObject({
    ...asked,
    value: z.array(effectiveRoute),
    /** What Azure printed, held against `value`. */
    against: z
      .strictObject({
        matched: z.number().int(),
        missing: z.array(effectiveRoute),
        surplus: z.array(effectiveRoute),
        differing: z.array(z.strictObject({ recorded: effectiveRoute, predicted: effectiveRoute })),
        leftOut: z.array(z.string()),
      })
      .exactOptional(),
    ...gaps,
  }),
  z.strictObject({ ...asked, ...router, ...gaps }),
  z.strictObject({
    ...asked,
    tables: z.array(z.strictObject({ where: z.array(z.string()), value: z.array(effectiveRoute) })),
    gateways: z.array(z.strictObject({ where: z.string(), ...router })),
    ...gaps,
  }),
]);

export const outcome = z.enum(OUTCOMES);

/** The line of the user's that it comes from, where there is one. */
const at = z
  .strictObject({ file: z.string(), line: z.number().int(), column: z.number().int() })
  .exactOptional();

const decider = z.discriminatedUnion("what", [
  z.strictObject({
    what: z.literal("route"),
    table: z.string(),
    source: z.string(),
    addressPrefix: z.string(),
    nextHopType: z.string(),
    nextHopIpAddress: z.array(z.string()),
    name: z.string().exactOptional(),
    at,
  }),
  z.strictObject({
    what: z.literal("rule"),
    filter: z.string(),
    name: z.string(),
    access: z.enum(["Allow", "Deny"]),
    at,
  }),
  z.strictObject({ what: z.literal("setting"), says: z.string(), at }),
]);

const segment = z.strictObject({
  medium: z.enum([
    "backbone",
    "ipsec",
    "circuit",
    "openvpn",
    "ikev2",
    "sstp",
    "network",
    "internet",
    "service",
  ]),
  name: z.string(),
  /** Absent: it is not. */
  encryptedBy: z.string().exactOptional(),
  crossesInternet: z.boolean(),
  bandwidthMbps: z.number().exactOptional(),
  roundTripMs: z.number().exactOptional(),
});

const way = z.strictObject({
  outcome,
  because: z.string(),
  bandwidthMbps: z.number().exactOptional(),
  roundTripMs: z.number().exactOptional(),
  denied: z.array(z.strictObject({ rule: z.string(), flow: z.string() })).exactOptional(),
  hops: z.array(
    z.strictObject({
      node: z.string(),
      name: z.string(),
      source: z.string(),
      destination: z.string(),
      decidedBy: z.array(decider),
      segment: segment.exactOptional(),
    }),
  ),
});

const end = z.strictObject({ name: z.string(), address: z.string(), node: z.string().exactOptional() });

export const traceSchema = z.strictObject({
  format: z.literal("isthmus/trace"),
  version: z.literal(1),
  from: end,
  to: end,
  flow: z.strictObject({
    protocol: z.enum(["tcp", "udp", "icmp", "*"]),
    port: z.number().int().exactOptional(),
  }),
  /** Ids of what is down. */
  down: z.array(z.string()),
  /** Until routers notice what is down, at most; absent where nothing is, or nobody says. */
  takenOverWithinSeconds: z.number().exactOptional(),
  outcome,
  because: z.string(),
  /** Equal ways, of which a flow takes one. */
  there: z.array(way),
  back: z.array(way),
  truncated: z.boolean(),
  ...gaps,
});
