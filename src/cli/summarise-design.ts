import type { Design } from "../design.ts";
import { formatPrefix } from "../ip/index.ts";
import type { Decision } from "../model/decision.ts";
import { formatMoney } from "../model/money.ts";
import { columns, firstOf } from "./columns.ts";
import type { Style } from "./paint.ts";

const MOST_ROWS = 9;

/** A design on one screen. */
export function summariseDesign(design: Design, style: Style): readonly string[] {
  const { intent, addresses, decisions } = design;
  const regions = new Set(addresses.networks.flatMap(({ network }) => network.region ?? []));
  const heading = [
    count(addresses.networks.length, "virtual network"),
    `in ${count(regions.size, "region")}`,
    `and ${count(decisions.length, "connection")}`,
  ].join(" ");

  return [
    `${style.bold(intent.name)}: ${heading}`,
    "",
    ...firstOf(columns(networkRows(design)), MOST_ROWS, "networks"),
    ...(decisions.length > 0 ? ["", ...firstOf(columns(decisions.map(decisionRow)), MOST_ROWS, "connections")] : []),
    "",
    `  ${priceLine(design)}`,
  ];
}

function networkRows({ addresses }: Design): readonly (readonly string[])[] {
  return addresses.networks.map(({ network, addressSpace, subnets }) => [
    network.name,
    addressSpace.map(({ prefix }) => formatPrefix(prefix)).join(", "),
    network.region ?? "region unknown",
    network.existing === undefined ? count(subnets.length, "subnet") : "exists already",
  ]);
}

function decisionRow(decision: Decision): readonly string[] {
  const { between, title, status, monthly, perGigabyte } = decision;
  return [
    between.join(" - "),
    title ?? "no way found",
    status === "userChose" ? "as the file says" : "",
    monthly ? `${formatMoney(monthly)} a month` : perGigabyte ? `${formatMoney(perGigabyte.there)} a GB` : "",
  ];
}

function priceLine({ price, decisions }: Design): string {
  const open = decisions.filter(({ monthly, perGigabyte }) => !monthly && perGigabyte).length;
  if (!price.monthly) {
    return decisions.length === 0 ? "Nothing here costs anything." : "Price: by traffic; write needs.traffic to see it a month.";
  }
  const rest = open > 0 ? `, and ${count(open, "connection")} by traffic that is not given` : "";
  return `Price: ${formatMoney(price.monthly)} a month at list prices${rest}`;
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
