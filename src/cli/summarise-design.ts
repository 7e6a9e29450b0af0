import type { Design } from "../design.ts";
import { formatPrefix } from "../ip/index.ts";
import type { Decision } from "../model/decision.ts";
import { formatMoney } from "../model/money.ts";
import { visible } from "../source/index.ts";
import { columns } from "./columns.ts";
import { count } from "./count.ts";
import type { Style } from "./paint.ts";
import { shorten } from "./shorten.ts";
import { SCREEN_WIDTH, wrap } from "./wrap.ts";

/** Networks and connections share these, so that all of a summary fits into 24 lines. */
const ROWS = 12;
const LONGEST_NAME = 24;
const LONGEST_END = 17;

/** A design on one screen. */
export function summariseDesign(design: Design, style: Style): readonly string[] {
  const { intent, addresses, decisions } = design;
  const half = ROWS / 2;
  const networkLines = Math.max(half, ROWS - decisions.length);
  const connectionLines = Math.max(half, ROWS - addresses.networks.length);
  return [
    `${style.bold(visible(intent.name))}: ${heading(design)}`,
    "",
    ...table(networkRows(design), networkLines, "network"),
    ...(decisions.length > 0
      ? ["", ...table(decisions.map(decisionRow), connectionLines, "connection")]
      : []),
    "",
    ...wrap(priceLine(design), "  ", "    "),
  ];
}

function heading({ addresses, decisions }: Design): string {
  const regions = regionsOf(addresses.networks);
  const where =
    regions.length === 1
      ? ` in ${visible(regions[0] ?? "")}`
      : regions.length > 1
        ? ` in ${count(regions.length, "region")}`
        : "";
  return `${count(addresses.networks.length, "virtual network")}${where}, ${count(decisions.length, "connection")}`;
}

function regionsOf(networks: Design["addresses"]["networks"]): readonly string[] {
  return [...new Set(networks.flatMap(({ network }) => network.region ?? []))];
}

/** So many lines at the most; the last one says what is left out. */
function table(rows: readonly (readonly string[])[], most: number, noun: string): readonly string[] {
  const shown = rows.length <= most ? rows : rows.slice(0, most - 1);
  const lines = columns(shown).map((line) =>
    line.length > SCREEN_WIDTH ? `${line.slice(0, SCREEN_WIDTH - 1)}…` : line,
  );
  return shown.length === rows.length
    ? lines
    : [...lines, `  … and ${count(rows.length - shown.length, `more ${noun}`)}`];
}

function networkRows({ addresses: { networks } }: Design): readonly (readonly string[])[] {
  const isOneRegion = regionsOf(networks).length < 2;
  return networks.map(({ network, addressSpace, subnets }) => {
    const [first, ...others] = addressSpace;
    return [
      shorten(network.name, LONGEST_NAME),
      `${first ? formatPrefix(first.prefix) : ""}${others.length > 0 ? ` +${others.length}` : ""}`,
      isOneRegion ? "" : (network.region ?? "region unknown"),
      network.existing === undefined ? count(subnets.length, "subnet") : "exists already",
    ];
  });
}

function decisionRow({ between, title, status, monthly, perGigabyte }: Decision): readonly string[] {
  return [
    between.map((name) => shorten(name, LONGEST_END)).join(" - "),
    title ?? "no way found",
    monthly ? `${formatMoney(monthly)} a month` : perGigabyte ? `${formatMoney(perGigabyte.there)} a GB` : "",
    status === "userChose" ? "as the file says" : "",
  ];
}

function priceLine({ price, decisions }: Design): string {
  const open = decisions.filter(({ monthly, perGigabyte }) => !monthly && perGigabyte).length;
  if (!price.monthly) {
    return decisions.length === 0
      ? "Price: nothing here costs anything by itself."
      : "Price: by traffic. Write needs.traffic into the connections to see it a month.";
  }
  const rest = open === 0 ? "" : `, and ${count(open, "connection")} by traffic that the file does not give`;
  return `Price: ${formatMoney(price.monthly)} a month at list prices${rest}.`;
}
