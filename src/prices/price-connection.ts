import type { RecognisedConnection } from "../model/connection-kind.ts";
import type { Meter } from "../model/meter.ts";
import { type Money, money } from "../model/money.ts";
import type { Traffic } from "../model/needs.ts";
import { type Amount, amountOf, amountOfOneMore } from "./amount-of.ts";
import type { FindRate } from "./find-rate.ts";
import type { Rate } from "./rate.ts";

export interface ConnectionPrice {
  readonly connection: RecognisedConnection;
  readonly items: readonly PricedItem[];
  /** Of the connection alone, without what it shares; absent where no quantity is known. */
  readonly monthly?: Money;
  /** For one gigabyte, one way and back. */
  readonly perGigabyte: { readonly there: Money; readonly back: Money };
}

export interface PricedItem {
  readonly meter: Meter;
  readonly rate: Rate | undefined;
}

export function priceConnection(
  connection: RecognisedConnection,
  traffic: Traffic | undefined,
  findRate: FindRate,
  currency: string,
): ConnectionPrice {
  const items = connection.meters(traffic).map((meter) => ({ meter, rate: findRate(meter) }));
  const counted = items.flatMap(({ meter: { quantity }, rate }) =>
    quantity === undefined ? [] : amountOf(rate, quantity),
  );
  return {
    connection,
    items,
    ...(counted.length > 0 ? { monthly: sum(counted, currency) } : {}),
    perGigabyte: {
      there: gigabyte(connection, { there: 1, back: 0 }, findRate, currency),
      back: gigabyte(connection, { there: 0, back: 1 }, findRate, currency),
    },
  };
}

function gigabyte(
  connection: RecognisedConnection,
  traffic: Traffic,
  findRate: FindRate,
  currency: string,
): Money {
  const moved = connection.meters(traffic).filter(({ unit, quantity = 0 }) => unit === "GB" && quantity > 0);
  return sum(
    moved.map((meter) => shareOf(amountOfOneMore(findRate(meter)), meter.quantity ?? 0)),
    currency,
  );
}

/** Of a gigabyte that is spread over several meters, as over two circuits, each has its part. */
function shareOf({ amount, atLeast }: Amount, share: number): Amount {
  return { amount: amount * share, atLeast };
}

function sum(amounts: readonly Amount[], currency: string): Money {
  return money(
    amounts.reduce((total, { amount }) => total + amount, 0),
    currency,
    amounts.some(({ atLeast }) => atLeast),
  );
}
