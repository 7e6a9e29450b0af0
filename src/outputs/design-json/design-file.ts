import * as z from "zod";
import { estateFile } from "../../readers/estate/estate-file.ts";
import { moneyFile as money, priceItemFile } from "./price-item-file.ts";

/** What programs read of a design: `design.json`, and the answer of `design --format json`. */

const reason = z.strictObject({ text: z.string(), source: z.string().exactOptional() });

const path = z.strictObject({
  kind: z.string(),
  role: z.enum(["primary", "backup"]),
  over: z.string().exactOptional(),
  via: z.string().exactOptional(),
  sku: z.string().exactOptional(),
  circuit: z.string().exactOptional(),
});

const decision = z.strictObject({
  name: z.string(),
  description: z.string().exactOptional(),
  between: z.tuple([z.string(), z.string()]),
  status: z.enum(["chosen", "userChose", "impossible"]),
  kind: z.string().exactOptional(),
  title: z.string().exactOptional(),
  via: z.string().exactOptional(),
  sku: z.string().exactOptional(),
  paths: z.array(path),
  because: z.array(reason),
  rejected: z.array(
    z.strictObject({
      kind: z.string(),
      title: z.string(),
      paths: z.array(path),
      because: z.array(reason),
      designMonthly: money.exactOptional(),
    }),
  ),
  monthly: money.exactOptional(),
  perGigabyte: z.strictObject({ there: money, back: money }).exactOptional(),
});

const range = z.strictObject({ addressPrefix: z.string(), from: z.enum(["given", "planned"]) });

const clientPool = z.strictObject({ users: z.string(), addressSpace: z.array(range) });
const natRange = z.strictObject({ site: z.string(), internal: z.string(), addressSpace: z.array(range) });

const network = z.strictObject({
  name: z.string(),
  region: z.string().exactOptional(),
  existing: z.boolean(),
  addressSpace: z.array(range),
  subnets: z.array(z.strictObject({ name: z.string(), addressPrefixes: z.array(range) })),
  free: z.array(z.string()),
});

const place = z.strictObject({ file: z.string(), path: z.array(z.union([z.string(), z.number()])) });

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  hint: z.string().exactOptional(),
  origin: place,
});

const priceItem = z.strictObject({
  connection: z.tuple([z.string(), z.string()]),
  label: z.string(),
  meter: z.string(),
  location: z.string().exactOptional(),
  unit: z.string(),
  rate: z.number().exactOptional(),
  quantity: z.number().exactOptional(),
  source: z.string().exactOptional(),
  readOn: z.string().exactOptional(),
});

export const designFile = z.strictObject({
  format: z.literal("isthmus/design"),
  version: z.literal(1),
  name: z.string(),
  description: z.string().exactOptional(),
  decisions: z.array(decision),
  addresses: z.strictObject({
    regionBlocks: z.array(z.strictObject({ region: z.string(), addressPrefix: z.string() })),
    virtualNetworks: z.array(network),
    /** Planned for users whose pool nobody fixed. */
    clientPools: z.array(clientPool).exactOptional(),
    /** What ranges of sites are translated into where nobody fixed it. */
    natRanges: z.array(natRange).exactOptional(),
  }),
  price: z.strictObject({
    currency: z.string(),
    monthly: money.exactOptional(),
    items: z.array(priceItem),
    /** What facilities cost that several connections share. */
    shared: z.array(priceItemFile).exactOptional(),
  }),
  findings: z.array(finding),
  estate: estateFile,
});
