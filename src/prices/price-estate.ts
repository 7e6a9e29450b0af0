import type { RecognisedConnection } from "../model/connection-kind.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import type { RecognisedFacility } from "../model/facility-type.ts";
import type { Money } from "../model/money.ts";
import { nameOfId } from "../model/name-of-id.ts";
import type { Traffic } from "../model/needs.ts";
import { referredIds } from "../model/referred-ids.ts";
import { keyOf } from "../model/resource-id.ts";
import { rateFinder } from "./find-rate.ts";
import { type ConnectionPrice, priceConnection } from "./price-connection.ts";
import { type PriceItem, priceItems, totalOf } from "./price-items.ts";
import type { PriceSheet } from "./rate.ts";

export interface Price {
  readonly currency: string;
  /** Of everything whose quantity is known; absent where that is nothing. */
  readonly monthly?: Money;
  /** Everything that is billed, once. */
  readonly items: readonly PriceItem[];
  readonly connections: readonly ConnectionPrice[];
}

export interface Priced {
  readonly index: EstateIndex;
  readonly connections: readonly RecognisedConnection[];
  readonly facilities: readonly RecognisedFacility[];
}

export interface PriceBy {
  readonly sheet: PriceSheet;
  readonly trafficOf: (connection: RecognisedConnection) => Traffic | undefined;
  /** What a person calls it. */
  readonly nameOf: (connection: RecognisedConnection) => string;
}

/** What an estate costs a month, as far as quantities and rates are known. */
export function priceEstate({ index, connections, facilities }: Priced, by: PriceBy): Price {
  const { currency } = by.sheet;
  const findRate = rateFinder(by.sheet);
  const named = connections.map((connection) => ({ connection, name: by.nameOf(connection) }));
  const priced = connections.map((connection) =>
    priceConnection(connection, by.trafficOf(connection), findRate, currency),
  );
  const users = namesByResource(facilities.length > 0 ? named : [], index);
  const items = priceItems(
    [
      ...facilities.map((facility) => ({
        of: index.find(facility.resource)?.name ?? nameOfId(facility.resource),
        usedBy: [
          ...new Set(
            [facility.resource, ...(facility.joins ?? [])].flatMap((id) => [...(users.get(keyOf(id)) ?? [])]),
          ),
        ],
        meters: facility.meters(),
      })),
      ...priced.map(({ items: own }, position) => ({
        usedBy: [named[position]?.name ?? ""],
        meters: own.map(({ meter }) => meter),
      })),
    ],
    findRate,
    currency,
  );
  const monthly = totalOf(items, currency);
  return { currency, ...(monthly ? { monthly } : {}), items, connections: priced };
}

/** Names of connections by the ids of what they are made of and of what that refers to: their gateways and circuits. */
function namesByResource(
  named: readonly { readonly connection: RecognisedConnection; readonly name: string }[],
  index: EstateIndex,
): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { connection, name } of named) {
    for (const id of connection.resources) {
      const resource = index.find(id);
      for (const used of [id, ...(resource ? referredIds(resource) : [])]) {
        const others = names.get(keyOf(used));
        if (others) others.add(name);
        else names.set(keyOf(used), new Set([name]));
      }
    }
  }
  return names;
}
