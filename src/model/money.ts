/** A price per month unless said otherwise. `atLeast`: something in it has no known price and is not counted. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
  readonly atLeast: boolean;
}

/** To a hundredth: sums of rates must not show the noise of binary fractions. */
export function money(amount: number, currency: string, atLeast = false): Money {
  return { amount: Math.round((amount + Number.EPSILON) * 100) / 100, currency, atLeast };
}

export function formatMoney(value: Money): string {
  const amount = value.amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${value.atLeast ? "at least " : ""}${value.currency} ${amount}`;
}
