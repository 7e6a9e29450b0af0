import type { Design } from "../../design.ts";
import { formatPrefix, freeBlocks } from "../../ip/index.ts";
import type { NetworkPlan, PlannedRange } from "../../model/address-plan.ts";
import type { PricedItem } from "../../prices/price-connection.ts";
import { writeEstate } from "../../readers/estate/write-estate.ts";
import type { Json, JsonObject } from "../../source/document.ts";
import { priceItemJson } from "./price-item-json.ts";

/** Plain JSON in a fixed order of keys: the same design gives the same bytes. */
export function designJson(design: Design): JsonObject {
  const { intent, decisions, addresses, price, diagnostics, estate } = design;
  const shared = price.items.filter(({ of }) => of !== undefined);
  return {
    format: "isthmus/design",
    version: 1,
    name: intent.name,
    ...(intent.description === undefined ? {} : { description: intent.description }),
    decisions: decisions.map(({ origin: _origin, ...decision }) => plain(decision)),
    addresses: {
      regionBlocks: addresses.regionBlocks.map(({ region, prefix }) => ({
        region,
        addressPrefix: formatPrefix(prefix),
      })),
      virtualNetworks: addresses.networks.map(networkJson),
      ...(addresses.clientPools
        ? {
            clientPools: addresses.clientPools.map(({ users, addressSpace }) => ({
              users,
              addressSpace: addressSpace.map(rangeJson),
            })),
          }
        : {}),
      ...(addresses.natRanges
        ? {
            natRanges: addresses.natRanges.map(({ site, internal, addressSpace }) => ({
              site,
              internal,
              addressSpace: addressSpace.map(rangeJson),
            })),
          }
        : {}),
    },
    price: {
      currency: price.currency,
      ...(price.monthly ? { monthly: plain(price.monthly) } : {}),
      items: price.connections.flatMap(({ connection, items }) =>
        items.map((item) => itemJson(connection.ends, item)),
      ),
      ...(shared.length > 0 ? { shared: shared.map(priceItemJson) } : {}),
    },
    findings: diagnostics.map(({ rule, severity, message, hint, origin }) => ({
      rule,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      origin: { file: origin.file, path: origin.path },
    })),
    estate: writeEstate(estate, "design.json"),
  };
}

function networkJson({ network, addressSpace, subnets }: NetworkPlan): JsonObject {
  const used = subnets.flatMap(({ addressPrefixes }) => addressPrefixes.map(({ prefix }) => prefix));
  return {
    name: network.name,
    ...(network.region === undefined ? {} : { region: network.region }),
    existing: network.existing !== undefined,
    addressSpace: addressSpace.map(rangeJson),
    subnets: subnets.map(({ name, addressPrefixes }) => ({
      name,
      addressPrefixes: addressPrefixes.map(rangeJson),
    })),
    free: freeBlocks(
      addressSpace.map(({ prefix }) => prefix),
      used,
    ).map(formatPrefix),
  };
}

function rangeJson({ prefix, from }: PlannedRange): JsonObject {
  return { addressPrefix: formatPrefix(prefix), from };
}

function itemJson(ends: readonly [string, string], { meter, rate }: PricedItem): JsonObject {
  return {
    connection: ends,
    label: meter.label,
    meter: `${meter.productName}, ${meter.meterName}`,
    ...(meter.location === undefined ? {} : { location: meter.location }),
    unit: meter.unit,
    ...(rate ? { rate: rate.amount } : {}),
    ...(meter.quantity === undefined ? {} : { quantity: meter.quantity }),
    ...(rate ? { source: rate.source, readOn: rate.readOn } : {}),
  };
}

function plain(value: unknown): Json {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return null;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
