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
  connections: z.array(
    z.strictObject({
      name: z.string(),
      connectionStatus,
      tunnelConnectionStatus: z.array(
        z.strictObject({
          tunnel: z.string(),
          at: z.string(),
          connectionStatus,
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
