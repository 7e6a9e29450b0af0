import * as z from "zod";

/** The shapes of what commands of labs answer with `--format json`. */

const connectionStatus = z.enum(["Unknown", "Connecting", "Connected", "NotConnected"]);

export const labStatusSchema = z.strictObject({
  format: z.literal("isthmus/lab-status"),
  version: z.literal(1),
  name: z.string(),
  /** What was taken down. */
  down: z.array(z.string()),
  /** Who encrypts: the kernel, or the program itself; absent where no tunnel runs. */
  esp: z.enum(["kernel", "userspace"]).exactOptional(),
  /** Programs that died though nobody had asked for it; absent where none did. */
  deaths: z
    .array(
      z.strictObject({
        program: z.string(),
        died: z.number().int(),
        restarted: z.number().int(),
        lastAt: z.iso.datetime(),
        how: z.string(),
        now: z.enum(["runs", "starts", "gaveUp"]),
      }),
    )
    .exactOptional(),
  connections: z.array(
    z.strictObject({
      name: z.string(),
      connectionStatus,
      tunnelConnectionStatus: z.array(
        z.strictObject({
          tunnel: z.string(),
          at: z.string(),
          connectionStatus,
          /** Why it is not connected, in the program's words. */
          because: z.string().exactOptional(),
          /** What both ends of an IPsec tunnel have agreed on, in strongSwan's words. */
          ike: z.string().exactOptional(),
          ipsec: z.string().exactOptional(),
          ingressBytesTransferred: z.number().int(),
          egressBytesTransferred: z.number().int(),
        }),
      ),
    }),
  ),
  bgpPeerStatus: z.array(
    z.strictObject({
      at: z.string(),
      session: z.string(),
      localAddress: z.string().exactOptional(),
      neighbor: z.string().exactOptional(),
      asn: z.number().int(),
      state: z.enum(["Unknown", "Stopped", "Idle", "Connecting", "Connected"]),
      because: z.string().exactOptional(),
      routesReceived: z.number().int(),
    }),
  ),
  learnedRoutes: z.array(
    z.strictObject({
      at: z.string(),
      network: z.string(),
      localAddress: z.string().exactOptional(),
      nextHop: z.string().exactOptional(),
      sourcePeer: z.string().exactOptional(),
      origin: z.enum(["Network", "EBgp", "IBgp", "Igp"]),
      asPath: z.string(),
      weight: z.number().int(),
    }),
  ),
});

const end = z.strictObject({ name: z.string(), address: z.string() });
const agreeing = z.strictObject({ agree: z.number().int(), pairs: z.number().int() });

const routes = z.strictObject({
  agree: z.number().int(),
  differ: z.number().int(),
  undecided: z.number().int(),
});

const labTable = z.strictObject({
  /** Who looks up in it. */
  name: z.string(),
  at: z.string(),
  agree: z.number().int(),
  undecided: z.number().int(),
  /** Next hops as sets; none: what goes there is lost; absent: there is no such route. */
  differing: z.array(
    z.strictObject({
      addressPrefix: z.string(),
      predicted: z.array(z.string()).exactOptional(),
      inLab: z.array(z.string()).exactOptional(),
    }),
  ),
});

export const labTestSchema = z.strictObject({
  format: z.literal("isthmus/lab-test"),
  version: z.literal(1),
  name: z.string(),
  down: z.array(z.string()),
  agree: z.number().int(),
  differ: z.number().int(),
  undecided: z.number().int(),
  /** Of pairs that learned routes decided. */
  independent: agreeing,
  /** Of pairs that only rows decided which lab and prediction were both given. */
  transcribed: agreeing,
  pairs: z.array(
    z.strictObject({
      from: end,
      to: end,
      /** An outcome, as `trace` has it. */
      predicted: z.string(),
      because: z.string(),
      answers: z.boolean(),
      verdict: z.enum(["agrees", "differs", "undecided"]),
      independence: z.enum(["independent", "transcribed"]),
    }),
  ),
  /** Of all tables. */
  routes,
  /** Each table of the kernel against its prediction. */
  tables: z.array(labTable),
  /** With `--encryption`: marked frames before each link and on its wire. */
  segments: z
    .array(
      z.strictObject({
        link: z.string(),
        name: z.string(),
        encryptedBy: z.string().exactOptional(),
        inner: z.number().int(),
        outer: z.number().int(),
        outerMarked: z.number().int(),
        verdict: z.enum(["agrees", "differs", "unused"]),
      }),
    )
    .exactOptional(),
});

const silence = z.strictObject({ from: z.string(), to: z.string(), milliseconds: z.number().int() });

export const labSurviveSchema = z.strictObject({
  format: z.literal("isthmus/lab-survive"),
  version: z.literal(1),
  name: z.string(),
  /** What was down all the time. */
  down: z.array(z.string()),
  /** Those of the lab: silences are its own. */
  timers: z.enum(["azure", "fast"]).exactOptional(),
  /** Elements whose failure silenced a pair that survives for more than a tenth of a second. */
  gaps: z.number().int(),
  /** Elements with whose failure the lab does not do as predicted. */
  mismatches: z.number().int(),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      /** Pairs that answer while it is down. */
      reached: z.number().int(),
      agree: z.number().int(),
      differ: z.number().int(),
      undecided: z.number().int(),
      /** Pairs that survive by another way, and were pinged all the time. */
      watched: z.number().int(),
      longestSilence: silence.exactOptional(),
      differing: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          predicted: z.string(),
          because: z.string(),
          answers: z.boolean(),
        }),
      ),
      routes,
      differingTables: z.array(labTable),
    }),
  ),
});

export const labListSchema = z.strictObject({
  format: z.literal("isthmus/lab-list"),
  version: z.literal(1),
  labs: z.array(
    z.strictObject({
      name: z.string(),
      namespaces: z.number().int(),
      links: z.number().int(),
      programs: z.number().int(),
      hosts: z.array(z.strictObject({ name: z.string(), node: z.string(), address: z.string() })),
      /** Ids of what was taken down. */
      down: z.array(z.string()),
    }),
  ),
});

const examined = z.array(
  z.strictObject({
    name: z.string(),
    works: z.boolean(),
    found: z.string(),
    for: z.string(),
    remedy: z.string().exactOptional(),
  }),
);

export const labDoctorSchema = z.strictObject({
  format: z.literal("isthmus/lab-doctor"),
  version: z.literal(1),
  features: examined,
  programs: examined,
  /** The command that brings what is missing. */
  install: z.string().exactOptional(),
});
