import * as z from "zod";

const element = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum([
    "gatewayInstance",
    "gateway",
    "routeServer",
    "tunnel",
    "connection",
    "circuitLink",
    "circuit",
    "peeringLocation",
    "peering",
    "device",
    "appliance",
    "region",
    "site",
  ]),
});

/** One network, and how many more nothing tells apart from it. */
const side = z.strictObject({
  network: z.string(),
  andLike: z.number().int(),
  endpoints: z.array(z.string()),
});

/** `same`: within each network; `other`: between different ones of one side; `all`: each with each. */
export const pairsFile = {
  from: side,
  to: side,
  relation: z.enum(["same", "other", "all"]),
  pairs: z.number().int(),
};

const ways = z.strictObject({
  over: z.array(z.string()),
  ways: z.number().int(),
  bandwidthMbps: z.number().exactOptional(),
  encryptedBy: z.array(z.string()),
  crossesInternet: z.boolean(),
});

/** They get through before and after, and not the same way. */
export const keptFile = z.strictObject({
  ...pairsFile,
  before: ways,
  after: ways,
  newlyUnencrypted: z.boolean(),
  newlyOverInternet: z.boolean(),
  slower: z.boolean(),
});

/** What `survive` answers with `--format json`. */
export const surviveSchema = z.strictObject({
  format: z.literal("isthmus/survive"),
  version: z.literal(1),
  endpoints: z.number().int(),
  /** Ordered pairs of different endpoints that get through with everything up. */
  pairs: z.number().int(),
  /** How many things fail at once. */
  at: z.union([z.literal(1), z.literal(2)]),
  /** Worst first. */
  failures: z.array(
    z.strictObject({
      elements: z.array(element),
      /** What nothing tells apart from it: each alone does the same. */
      like: z.array(element),
      /** Lost although both ends are up. */
      lostPairs: z.number().int(),
      /** Lost with one of their ends. */
      endedPairs: z.number().int(),
      /** Gone over it, and getting through all the same. */
      keptPairs: z.number().int(),
      lost: z.array(z.strictObject({ ...pairsFile, outcome: z.string(), endDown: z.boolean() })),
      kept: z.array(keptFile),
    }),
  ),
  zones: z.array(
    z.strictObject({
      gateway: z.string(),
      name: z.string(),
      survives: z.enum(["yes", "notModelled"]),
      because: z.string(),
    }),
  ),
});
