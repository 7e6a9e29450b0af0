import * as z from "zod";

/** The intent file as people write it. Its JSON Schema, for editors, is published from this. */

const text = z.string().min(1);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
const range = z.string().meta({ examples: ["10.64.0.0/12"] });
const ranges = oneOrMore(range).meta({ examples: ["10.64.0.0/12"] });
const size = z
  .string()
  .meta({ examples: ["/22"] })
  .describe("A prefix length, with its slash.");
const figure = (example: string) => z.union([z.string(), z.number()]).meta({ examples: [example] });
const tags = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const growth = z
  .union([z.string(), z.number()])
  .meta({ examples: ["25%", "nextPowerOfTwo", "none"] })
  .describe("What stays free in a network whose size follows from its subnets.");

const defaults = z
  .strictObject({
    region: text.meta({ examples: ["westeurope"] }).exactOptional(),
    subscription: text.exactOptional(),
    resourceGroup: text.exactOptional(),
    dualStack: z.boolean().exactOptional().describe("IPv6 beside IPv4, from an IPv6 range of addressSpace."),
    growth: growth.exactOptional(),
    tags: tags.exactOptional(),
  })
  .meta({ examples: [{ region: "westeurope" }] });

const subnet = z
  .union([
    z.string().describe("A size (/24) to be planned, or a range (10.0.1.0/24)."),
    z.null().describe("The size that Azure recommends for the name; /24 for others."),
    z.strictObject({
      size: size.exactOptional(),
      hosts: z
        .number()
        .int()
        .min(1)
        .exactOptional()
        .describe("How many addresses are needed; Azure's five come on top."),
      addressPrefix: ranges.exactOptional(),
    }),
  ])
  .meta({ examples: ["/24"] });

const virtualNetwork = z
  .strictObject({
    description: text.exactOptional(),
    role: z.literal("hub").exactOptional(),
    region: text.meta({ examples: ["westeurope"] }).exactOptional(),
    subscription: text.exactOptional(),
    resourceGroup: text.exactOptional(),
    existing: text
      .exactOptional()
      .describe("The ARM id of a network that is there already; it is never redeployed."),
    addressSpace: ranges.exactOptional(),
    size: size.exactOptional(),
    dualStack: z.boolean().exactOptional(),
    growth: growth.exactOptional(),
    egress: z.enum(["internet", "firewall", "site"]).exactOptional(),
    subnets: z.record(z.string(), subnet).exactOptional(),
    tags: tags.exactOptional(),
  })
  .meta({ examples: [{ size: "/22" }] });

const site = z
  .strictObject({
    description: text.exactOptional(),
    addressSpace: ranges,
    nat: z
      .union([z.literal("planned"), z.strictObject({ addressSpace: ranges })])
      .meta({ examples: ["planned", { addressSpace: "100.64.10.0/24" }] })
      .exactOptional()
      .describe("Azure sees the site at these addresses instead: one range of the same size for each."),
    roundTrip: figure("12 ms").exactOptional(),
    vpnDevices: z
      .array(
        z.strictObject({
          publicIp: text.meta({ examples: ["198.51.100.10"] }),
          privateIp: text
            .meta({ examples: ["192.168.0.4"] })
            .exactOptional()
            .describe("Where IPsec over ExpressRoute ends: an address that the circuit announces."),
          asn: z.number().int().min(1).max(4294967295).exactOptional(),
          bgpPeeringAddress: text.exactOptional(),
        }),
      )
      .default([]),
    circuits: z
      .array(
        z.strictObject({
          existing: text.exactOptional(),
          provider: text.exactOptional(),
          port: text
            .exactOptional()
            .describe(
              "Instead of a provider: the ARM id of a port pair of ExpressRoute Direct, which is never built.",
            ),
          peeringLocation: text.exactOptional(),
          bandwidth: figure("1 Gbps").exactOptional(),
          leadTime: figure("6 weeks").exactOptional(),
        }),
      )
      .default([]),
  })
  .meta({ examples: [{ addressSpace: "192.168.0.0/17" }] });

const p2sUsers = z
  .strictObject({
    description: text.exactOptional(),
    count: z
      .number()
      .int()
      .min(1)
      .meta({ examples: [400] }),
    maxConcurrent: z.number().int().min(1).exactOptional(),
    os: oneOrMore(z.enum(["windows", "macos", "linux", "ios", "android"])).exactOptional(),
    authentication: z.enum(["certificate", "entraId", "radius"]).exactOptional(),
    addressPool: ranges.exactOptional(),
    localNetworks: ranges.exactOptional(),
  })
  .meta({ examples: [{ count: 400 }] });

const traffic = z
  .strictObject({
    there: figure("500 GB").exactOptional(),
    back: figure("100 GB").exactOptional(),
  })
  .meta({ examples: [{ there: "500 GB", back: "100 GB" }] });

const needs = z.strictObject({
  encryption: z.enum(["acrossInternet", "betweenNetworks", "byApplication"]).exactOptional(),
  internet: z.literal("forbidden").exactOptional(),
  sla: figure("99.95%").exactOptional(),
  bandwidth: z
    .union([
      z.string(),
      z.number(),
      z.strictObject({ atLeast: figure("500 Mbps"), guaranteed: z.boolean().exactOptional() }),
    ])
    .meta({ examples: ["500 Mbps"] })
    .exactOptional(),
  latency: z
    .union([z.string(), z.number(), z.strictObject({ atMost: figure("20 ms") })])
    .meta({ examples: ["20 ms"] })
    .exactOptional(),
  leadTime: z
    .union([z.string(), z.number(), z.strictObject({ atMost: figure("2 weeks") })])
    .meta({ examples: ["2 weeks"] })
    .exactOptional(),
  budget: figure("500 USD").exactOptional().describe("A month."),
  traffic: traffic.exactOptional().describe("A month: from the first end to the second, and back."),
  resilience: z.enum(["instance", "zone", "device", "circuit", "peeringLocation", "region"]).exactOptional(),
  inspect: z.literal("firewall").exactOptional(),
});

const end = oneOrMore(text);

const connection = z
  .strictObject({
    description: text.exactOptional(),
    between: z
      .tuple([end, end])
      .meta({ examples: [["hub", "spoke"]] })
      .exactOptional(),
    mesh: z
      .array(text)
      .min(1)
      .meta({ examples: [["hub", "spoke"]] })
      .exactOptional()
      .describe("Each with each."),
    needs: needs.exactOptional(),
    kind: text.exactOptional().describe("A person may decide; Isthmus then checks it."),
    sku: text.exactOptional(),
    via: text.exactOptional(),
    settings: z
      .record(z.string(), z.json())
      .exactOptional()
      .describe("What the kind itself takes, in ARM's words."),
  })
  .meta({ examples: [{ between: ["hub", "spoke"] }] });

export const intentFile = z.strictObject({
  $schema: z.string().exactOptional(),
  name: text.meta({ examples: ["contoso"] }),
  description: text.exactOptional(),
  defaults: defaults.default({}),
  addressSpace: z
    .union([range, z.array(range), z.record(z.string(), ranges)])
    .meta({ examples: ["10.64.0.0/12"] })
    .exactOptional()
    .describe("Where planned addresses come from; a mapping gives each region its own."),
  reserved: ranges.exactOptional().describe("Ranges that nothing planned may touch."),
  extraRegions: z
    .array(text)
    .default([])
    .describe("Regions that Azure has opened since this version's list."),
  virtualNetworks: z.record(z.string(), z.union([virtualNetwork, z.null()])).default({}),
  sites: z.record(z.string(), site).default({}),
  p2sUsers: z.record(z.string(), p2sUsers).default({}),
  connections: z.array(connection).default([]),
  isolate: z
    .array(z.tuple([text, text]))
    .default([])
    .describe("Pairs that must never reach each other."),
  prefer: z.enum(["checklist", "cost", "latency"]).default("checklist"),
});

export type IntentFile = z.output<typeof intentFile>;
export type VirtualNetworkEntry = NonNullable<IntentFile["virtualNetworks"][string]>;
export type SubnetEntry = NonNullable<VirtualNetworkEntry["subnets"]>[string];
export type SiteEntry = IntentFile["sites"][string];
export type CircuitEntry = SiteEntry["circuits"][number];
export type P2sUsersEntry = IntentFile["p2sUsers"][string];
export type ConnectionEntry = IntentFile["connections"][number];
export type NeedsEntry = NonNullable<ConnectionEntry["needs"]>;
