import * as z from "zod";

/** The file form of an estate: `*.estate.yaml` and `*.estate.json`. Its JSON Schema is published from this. */

const origin: z.ZodType = z.lazy(() =>
  z.strictObject({
    file: z.string(),
    path: z.array(z.union([z.string(), z.number()])),
    through: origin.exactOptional(),
  }),
);

const unknown = z.strictObject({
  kind: z.literal("unknown"),
  because: z.string(),
  of: z.strictObject({ resource: z.string(), property: z.string() }).exactOptional(),
  origin: origin.exactOptional(),
});

const fieldOf = <T extends z.ZodType>(schema: T) => z.union([schema, unknown]);

const resource = z
  .looseObject({
    id: z.string().exactOptional().describe("Made from scope, type and name where absent."),
    type: z.string().describe("Microsoft.Network/virtualNetworks, and so on."),
    name: z.string(),
    location: fieldOf(z.string()).exactOptional(),
    properties: z.record(z.string(), z.unknown()).exactOptional(),
    existing: z
      .literal(true)
      .exactOptional()
      .describe("Referred to only: what is not said of it is not known."),
    origin: origin.exactOptional(),
  })
  .describe("An ARM resource; children stand inside its properties, as in ARM, or on their own.");

const asn = z.number().int().min(1).max(4294967295);

const onlyAsPath = z
  .string()
  .exactOptional()
  .describe("Takes only routes whose AS path, written with blanks, fits this pattern.");

const tunnel = z.strictObject({
  gatewayConnection: z.string(),
  instance: z
    .number()
    .int()
    .min(0)
    .exactOptional()
    .describe("Of the gateway, counted from 0; absent: all that there are."),
  advertises: z.array(z.string()).exactOptional(),
  prepend: z.number().int().min(0).exactOptional(),
  localPreference: z.number().int().min(0).exactOptional(),
  onlyAsPath,
  staticRoutes: z.array(z.string()).exactOptional(),
  origin: origin.exactOptional(),
});

const vpnDevice = z.strictObject({
  name: z.string(),
  publicIpAddress: fieldOf(z.string()).exactOptional(),
  privateIpAddress: z.string().exactOptional(),
  asn: asn.exactOptional(),
  bgpPeeringAddress: z.string().exactOptional(),
  appliance: z
    .string()
    .exactOptional()
    .describe("The appliance that this device is, where it stands in a virtual network that plays a site."),
  tunnels: z.array(tunnel).default([]),
  origin: origin.exactOptional(),
});

const site = z.strictObject({
  name: z.string(),
  description: z.string().exactOptional(),
  addressPrefixes: z.array(z.string()),
  vpnDevices: z.array(vpnDevice).default([]),
  roundTripMs: z
    .number()
    .min(0)
    .exactOptional()
    .describe("To the nearest Azure region, as somebody measured it."),
  origin: origin.exactOptional(),
});

const providerRouter = z.strictObject({
  name: z.string(),
  asn: asn.exactOptional().describe("Absent until somebody has agreed on it."),
  circuits: z.array(z.string()),
  advertises: z
    .array(z.string())
    .exactOptional()
    .describe("What it tells Azure of its site; everything where absent."),
  passesOn: z.array(z.string()).exactOptional(),
  advertisesLinks: z
    .boolean()
    .exactOptional()
    .describe("Whether it tells Azure the ranges of the links themselves."),
  site: z.string().exactOptional(),
  origin: origin.exactOptional(),
});

const p2sUsers = z.strictObject({
  name: z.string(),
  description: z.string().exactOptional(),
  count: z.number().int().min(1),
  maxConcurrent: z.number().int().min(1),
  os: z.array(z.string()).default([]),
  authentication: z.string().exactOptional(),
  vpnClientAddressPool: z.array(z.string()).default([]),
  localNetworks: z.array(z.string()).default([]),
  origin: origin.exactOptional(),
});

const applianceBgpSettings = z.strictObject({
  asn,
  advertises: z.array(z.string()).default([]),
  prepend: z.number().int().min(0).exactOptional(),
  localPreference: z.number().int().min(0).exactOptional(),
  onlyAsPath,
});

const appliance = z.strictObject({
  name: z.string(),
  resource: z.string(),
  forwards: z.boolean(),
  stateful: z.boolean(),
  sourceNat: z.boolean(),
  bgpPeers: z.array(z.string()).default([]),
  bgpSettings: applianceBgpSettings.exactOptional(),
  origin: origin.exactOptional(),
});

const observation = z.strictObject({
  resource: z.string(),
  name: z.string(),
  value: z.unknown(),
  origin: origin.exactOptional(),
});

const sameSecret = z.strictObject({
  resources: z
    .array(z.string())
    .min(1)
    .describe(
      "Who has this key: connections; `site/…` or `site/…/device` for the far end; a gateway and `p2susers/…`, whose keys are the roots of their certificates. What has another fingerprint has another key.",
    ),
  fingerprint: z.string(),
  origin: origin.exactOptional(),
});

const coverage = z.strictObject({
  complete: z.array(z.string()).default([]),
  absent: z.array(z.string()).default([]),
  passedOver: z.array(z.strictObject({ type: z.string(), count: z.number().int() })).default([]),
});

export const estateFile = z.strictObject({
  $schema: z.string().exactOptional(),
  formatVersion: z.literal(1),
  scope: z
    .string()
    .exactOptional()
    .describe("The resource group of resources without an id: /subscriptions/…/resourceGroups/…"),
  resources: z.array(resource).default([]),
  sites: z.array(site).default([]),
  providerRouters: z.array(providerRouter).default([]),
  p2sUsers: z.array(p2sUsers).default([]),
  appliances: z.array(appliance).default([]),
  observed: z.array(observation).default([]),
  sameSecrets: z.array(sameSecret).default([]),
  coverage: coverage.default({ complete: [], absent: [], passedOver: [] }),
});

export type EstateFile = z.output<typeof estateFile>;
