/** `1 network`, `1,200 networks`. By hand: the first question for a language's own way loads all languages. */
export function count(number: number, noun: string): string {
  const grouped = String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${grouped} ${noun}${number === 1 ? "" : "s"}`;
}
