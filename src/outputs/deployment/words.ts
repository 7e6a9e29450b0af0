/** `orders-web`, `orders_web` and `OrdersWeb` are `ordersWeb`. Empty where no letter or digit of ASCII is in it. */
export function camelCase(text: string): string {
  const [first = "", ...rest] = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const start = first === first.toUpperCase() ? first.toLowerCase() : lowerFirst(first);
  return [start, ...rest.map(upperFirst)].join("");
}

/** `virtual-networks` for `virtualNetworks`. */
export function kebabCase(word: string): string {
  return word.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

/** Letters, digits, `_` and `-`. */
export function fitForFile(text: string): string {
  return text.replace(/[^A-Za-z0-9_]+/g, "-").replace(/^-+|-+$/g, "");
}

export function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `virtualNetwork` for `Microsoft.Network/virtualNetworks`. */
export function singularOfType(type: string): string {
  const plural = type.slice(type.lastIndexOf("/") + 1);
  return plural
    .replace(/sses$/, "ss")
    .replace(/ies$/, "y")
    .replace(/([^s])s$/, "$1");
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
