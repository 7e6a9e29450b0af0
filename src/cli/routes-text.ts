import { visible } from "../source/index.ts";
import { effectiveRouteLines, gatewayRouteLines, peerLines } from "./azure-table.ts";
import type { CollectedRoutes, RoutesOfRouter, RoutesOfTable } from "./collect-routes.ts";
import type { GapsShown } from "./gaps-shown.ts";
import type { Style } from "./paint.ts";
import { wrap } from "./wrap.ts";

/** One table or router without a heading, as `az` would print it; of several each with what it belongs to. */
export function routesText(
  { tables, routers }: CollectedRoutes,
  isOne: boolean,
  style: Style,
): readonly string[] {
  const blocks = [
    ...tables.map((table) => [...(isOne ? [] : tableHeading(table, style)), ...tableLines(table, style)]),
    ...routers.map((router) => (isOne ? routerLines(router, style) : routerSummary(router, style))),
  ];
  if (blocks.length === 0) return ["There is no subnet and no gateway here."];
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function tableHeading({ places }: RoutesOfTable, style: Style): readonly string[] {
  return wrap(visible(`${places.map(({ name }) => name).join(", ")}:`)).map(style.bold);
}

function tableLines({ rows }: RoutesOfTable, style: Style): readonly string[] {
  return rows.length === 0 ? ["no routes"] : effectiveRouteLines(rows, style);
}

function routerLines(router: RoutesOfRouter, style: Style): readonly string[] {
  const { place, isDown, named, advertised } = router;
  const sections = [
    { titles: ["BGP peers"], lines: named.peers.length > 0 ? peerLines(named.peers, style) : ["none"] },
    {
      titles: ["Learned routes"],
      lines: named.learned.length > 0 ? gatewayRouteLines(named.learned, style) : ["none"],
    },
    ...advertisedSections(advertised, style),
  ];
  return [
    ...(isDown ? [`${visible(place.name)} is down.`, ""] : []),
    ...sections.flatMap(({ titles, lines }, index) => [
      ...(index === 0 ? [] : [""]),
      ...titles.flatMap((title) => wrap(visible(title), "", "  ").map(style.bold)),
      ...lines,
    ]),
  ];
}

/** What several sessions are told alike is shown once. */
function advertisedSections(advertised: RoutesOfRouter["advertised"], style: Style) {
  const sections = new Map<string, { titles: string[]; lines: readonly string[] }>();
  for (const { by, peer, routes } of advertised) {
    const lines = routes.length > 0 ? gatewayRouteLines(routes, style) : ["none"];
    const key = lines.join("\n");
    const section = sections.get(key) ?? { titles: [], lines };
    section.titles.push(`Advertised by ${by} to ${peer}`);
    sections.set(key, section);
  }
  return [...sections.values()];
}

/** Of many gateways at once only how much there is; the tables themselves are a question for one. */
function routerSummary({ place, peers, learned }: RoutesOfRouter, style: Style): readonly string[] {
  const connected = peers.filter(({ state }) => state === "Connected").length;
  return [
    style.bold(`${visible(place.name)}:`),
    `${connected} of ${peers.filter(({ state }) => state !== "Unknown").length} BGP sessions connected, ${learned.length} learned routes`,
  ];
}

export function gapLines({ notModelled, assumed }: GapsShown, style: Style): readonly string[] {
  return [...section("Assumed", assumed, style), ...section("Not modelled", notModelled, style)];
}

function section(title: string, sentences: readonly string[], style: Style): readonly string[] {
  if (sentences.length === 0) return [];
  return ["", style.bold(title), ...sentences.flatMap((text) => wrap(visible(text), "  - ", "    "))];
}
