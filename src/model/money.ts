/** A price. `atLeast`: something in it has no known price and is not counted. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
  readonly atLeast: boolean;
}

/** To a hundredth of a cent: rates have that many digits, and sums must not show the noise of binary fractions. */
export function money(amount: number, currency: string, atLeast = false): Money {
  return { amount: Math.round(amount * 10_000) / 10_000, currency, atLeast };
}

/** `USD 1,234.50`, and `USD 0.125` where cents would lie. */
export function formatMoney(value: Money): string {
  const cents = value.amount.toFixed(2);
  const exact = Number(cents) === value.amount ? cents : String(value.amount);
  const [whole = "", fraction] = exact.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value.atLeast ? "at least " : ""}${value.currency} ${grouped}.${fraction}`;
}
