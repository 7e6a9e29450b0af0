import type { RecognisedConnection } from "../model/connection-kind.ts";
import type { Meter } from "../model/meter.ts";
import { type Money, money } from "../model/money.ts";
import type { Traffic } from "../model/needs.ts";
import { priceSheet } from "./price-sheet.ts";
import type { Rate } from "./rate.ts";

export interface Price {
  /** Of everything whose amount is known; without any traffic given there is nothing to add up. */
  readonly monthly?: Money;
  readonly connections: readonly ConnectionPrice[];
}

export interface ConnectionPrice {
  readonly connection: RecognisedConnection;
  readonly items: readonly PricedItem[];
  readonly monthly?: Money;
  /** For one gigabyte, one way and back. */
  readonly perGigabyte: { readonly there: Money; readonly back: Money };
}

export interface PricedItem {
  readonly meter: Meter;
  readonly rate: Rate | undefined;
}

/** What the connections cost a month, as far as their traffic was given. */
export function priceConnections(
  connections: readonly RecognisedConnection[],
  trafficOf: (connection: RecognisedConnection) => Traffic | undefined,
): Price {
  const priced = connections.map((connection) => priceConnection(connection, trafficOf(connection)));
  const known = priced.flatMap(({ monthly }) => monthly ?? []);
  return { ...(known.length > 0 ? { monthly: sum(known) } : {}), connections: priced };
}

function priceConnection(connection: RecognisedConnection, traffic: Traffic | undefined): ConnectionPrice {
  const items = connection.meters(traffic).map((meter) => ({ meter, rate: rateOf(meter) }));
  return {
    connection,
    items,
    ...(traffic ? { monthly: total(items) } : {}),
    perGigabyte: {
      there: total(pricedFor(connection, { there: 1, back: 0 })),
      back: total(pricedFor(connection, { there: 0, back: 1 })),
    },
  };
}

function pricedFor(connection: RecognisedConnection, traffic: Traffic): readonly PricedItem[] {
  return connection.meters(traffic).map((meter) => ({ meter, rate: rateOf(meter) }));
}

function total(items: readonly PricedItem[]): Money {
  let amount = 0;
  let atLeast = false;
  for (const { meter, rate } of items) {
    const quantity = meter.quantity ?? 0;
    amount += quantity * (rate?.amount ?? 0);
    atLeast ||= !rate && quantity > 0;
  }
  return money(amount, priceSheet.currency, atLeast);
}

function sum(values: readonly Money[]): Money {
  let amount = 0;
  for (const value of values) amount += value.amount;
  return money(
    amount,
    priceSheet.currency,
    values.some(({ atLeast }) => atLeast),
  );
}

const byMeter = new Map(priceSheet.rates.map((rate) => [keyOfMeter(rate), rate]));

function rateOf(meter: Meter): Rate | undefined {
  return byMeter.get(keyOfMeter(meter));
}

function keyOfMeter(meter: Pick<Meter, "serviceName" | "productName" | "meterName" | "location">): string {
  return [meter.serviceName, meter.productName, meter.meterName, meter.location ?? ""].join("\n");
}
