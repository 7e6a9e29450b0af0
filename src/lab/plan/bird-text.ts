import { LOST } from "../bird-answers.ts";
import type { LabShield } from "../lab-plan.ts";
import {
  exportFilter,
  feedExportFilter,
  feedImportFilter,
  importFilter,
  type PolicyWords,
  WITHOUT_WAY,
} from "./bird-filters.ts";
import { type DeviceRouting, deviceRoutesText } from "./device-routing.ts";
import type { LabOptions } from "./lab-draft.ts";
import type { BirdSession, FeedIn, FeedOut, OwnRoute, RouterDraft, RouterTable } from "./router-draft.ts";
import { labShields, SHIELDS, shieldsText } from "./shields.ts";

/** Between a speaker and the tables it fills; nobody's number, so that it is on no path: RFC 6996 keeps it for private use. */
const FEED_ASN = 4_294_967_294;

/** What rows say that nobody tells: above all that is learned, and below it. Learned routes lie between. */
const STRONG = 60_000;
const WEAK = 10;

/** Beside the lab's own; the daemon's folder is where it stands. */
export const EXPORTED = "exported.conf";

/** With `exported` around the file of a device, whose table has the routes then that say how others are reached. */
export function birdText(
  router: RouterDraft,
  words: PolicyWords,
  timers: LabOptions["timers"],
  exported: DeviceRouting | undefined,
): string {
  const control = exported ? "master4" : "control";
  const exportedSessions = new Set(exported?.sessions.values());
  const own = router.own.filter(({ prefix }) => !exported?.staticPrefixes.includes(prefix));
  const layers = [...new Set(router.feedsIn.map(({ layer }) => layer))];
  const shields = labShields(router);
  const layerNames = new Map(layers.map((layer, index) => [layer, `layer${index}`]));
  const text = [
    ...(exported?.namesRouter ? [] : [`router id ${router.id};`]),
    `log "bird.log" all;`,
    ...(shields.length > 0 ? [`include "${SHIELDS}";`] : []),
    ...(exported ? [] : ["ipv4 table control;"]),
    ...(router.asn === undefined ? [] : ["ipv4 table speaker;"]),
    ...[...layerNames.values()].map((name) => `ipv4 table ${name};`),
    ...router.tables.map(({ number }) => `ipv4 table t${number};`),
    ...(exported
      ? [`include "${EXPORTED}";`, deviceRoutesText(exported, router, words)]
      : [`protocol device { scan time 1; }`, CONTROL_KERNEL]),
    controlText(router, control, exported),
    ...(own.length > 0 ? [ownText(own, words)] : []),
    ...router.sessions
      .filter((session) => !exportedSessions.has(session))
      .map((session) => sessionText(router, session, control, words, timers)),
    ...router.feedsOut.map((feed) => feedOutText(feed, control, words)),
    ...router.feedsIn.map((feed) => feedInText(feed, control, layerNames.get(feed.layer) ?? "", words)),
    ...router.tables.flatMap((table) => tableText(table, layerNames, shields, words)),
  ];
  return `${text.join("\n")}\n`;
}

const CONTROL_KERNEL = "protocol kernel control_kernel {\n  ipv4 { table control; export all; };\n}";

function controlText({ control }: RouterDraft, table: string, exported: DeviceRouting | undefined): string {
  const told = new Set([...(exported?.sessions.values() ?? [])].map(({ farAddress }) => farAddress));
  const routes = [...control]
    .filter(([address]) => !told.has(address))
    .map(([address, devices]) => `  ${routeText(`${address}/32`, devices)};`);
  return ["protocol static control_routes {", `  ipv4 { table ${table}; };`, ...routes, "}"].join("\n");
}

function routeText(prefix: string, devices: readonly string[]): string {
  if (devices.length === 0) return `route ${prefix} blackhole`;
  return `route ${prefix} ${devices.map((device) => `via "${device}"`).join(" ")}`;
}

function ownText(own: readonly OwnRoute[], words: PolicyWords): string {
  const routes = own.map(
    ({ prefix, tag, weight, devices }) => `  ${routeText(prefix, devices)} { ${words.own(tag, weight)} };`,
  );
  const lost = own
    .filter(({ stays }) => stays)
    .map(({ prefix, tag, weight }) => `  ${routeText(prefix, [])} { ${words.own(tag, weight, "lost")} };`);
  return [
    speakerStatic("own_routes", routes),
    ...(lost.length === 0 ? [] : [speakerStatic(LOST, lost)]),
  ].join("\n");
}

function speakerStatic(name: string, routes: readonly string[]): string {
  return [`protocol static ${name} {`, "  ipv4 { table speaker; };", ...routes, "}"].join("\n");
}

const CONNECT = "connect delay time 0; connect retry time 1; error wait time 1,2;";

function timersText(timers: LabOptions["timers"], holdSeconds: number | undefined): string {
  const hold = timers === "fast" ? 9 : (holdSeconds ?? 180);
  return `hold time ${hold}; keepalive time ${Math.floor(hold / 3)};`;
}

function sessionText(
  { asn = 0, refuses }: RouterDraft,
  { name, session, here, localAddress, farAddress, farAsn }: BirdSession,
  control: string,
  words: PolicyWords,
  timers: LabOptions["timers"],
): string {
  const isInternal = asn === farAsn;
  const { learns, sends } = here;
  return [
    `protocol bgp ${name} {`,
    `  description "${session.id}";`,
    `  local ${localAddress} as ${asn}; neighbor ${farAddress} as ${farAsn}; multihop;`,
    `  ${timersText(timers, session.holdSeconds)} ${CONNECT}`,
    ...(learns.acceptsOwnAsn ? ["  allow local as;"] : []),
    ...(isInternal && sends.reflects ? ["  rr client;"] : []),
    "  ipv4 {",
    `    table speaker; igp table ${control}; gateway recursive;`,
    ...(sends.reflects ? [] : ["    next hop self;"]),
    ...(learns.limit ? [`    receive limit ${learns.limit.routes} action disable;`] : []),
    `    import filter { ${importFilter(learns, isInternal ? [] : refuses, words)} };`,
    `    export filter { ${exportFilter(sends, asn, farAsn, words)} };`,
    "  };",
    "}",
  ].join("\n");
}

function feedOutText(feed: FeedOut, control: string, words: PolicyWords): string {
  const isSelf = feed.program.nextHop === "self";
  const paths = feed.program.singlePath ? [] : ["    add paths tx;"];
  return [
    `protocol bgp ${feed.name} {`,
    `  local ${feed.localAddress} as ${FEED_ASN}; neighbor ${feed.farAddress} as ${FEED_ASN}; multihop;`,
    `  hold time 9; ${CONNECT}`,
    "  rr client; allow local as 100;",
    "  ipv4 {",
    `    table speaker; igp table ${control}; gateway recursive; import none;`,
    ...(isSelf ? ["    next hop self;"] : paths),
    `    export filter { ${feedExportFilter(feed.program, feed, words)} };`,
    "  };",
    "}",
  ].join("\n");
}

function feedInText(feed: FeedIn, control: string, table: string, words: PolicyWords): string {
  return [
    `protocol bgp ${feed.name} {`,
    `  local ${feed.localAddress} as ${FEED_ASN}; neighbor ${feed.farAddress} as ${FEED_ASN}; multihop;`,
    `  hold time 9; ${CONNECT}`,
    "  allow local as 100; med metric on;",
    "  ipv4 {",
    `    table ${table}; igp table ${control}; gateway recursive; export none; add paths rx;`,
    `    import filter { ${feedImportFilter(words)} };`,
    "  };",
    "}",
  ].join("\n");
}

function tableText(
  { number, rows, learned, multipath }: RouterTable,
  layerNames: ReadonlyMap<string, string>,
  known: readonly LabShield[],
  words: PolicyWords,
): readonly string[] {
  const name = `t${number}`;
  const routes = rows.map(
    ({ prefix, strong, devices }) =>
      `  ${routeText(prefix, devices)} { preference = ${strong ? STRONG : WEAK}; };`,
  );
  // Just below it, for while its device is down.
  const lost = rows
    .filter(({ stays }) => stays)
    .map(
      ({ prefix, strong }) =>
        `  route ${prefix} blackhole { preference = ${(strong ? STRONG : WEAK) - 1}; };`,
    );
  const pipes = learned.map((source, index) => {
    const from = source.from === "speaker" ? "speaker" : (layerNames.get(source.layer) ?? "");
    const tags = source.from === "speaker" ? `if !(${words.hasTag(source.tags)}) then reject; ` : "";
    const shields = shieldsText(source.shields, known);
    return [
      `protocol pipe ${name}_learned${index} {`,
      `  table ${from}; peer table ${name}; import none;`,
      `  export filter { ${WITHOUT_WAY} ${tags}${shields}accept; };`,
      "}",
    ].join("\n");
  });
  return [
    [`protocol static ${name}_rows {`, `  ipv4 { table ${name}; };`, ...routes, "}"].join("\n"),
    [`protocol static ${name}_lost {`, `  ipv4 { table ${name}; };`, ...lost, "}"].join("\n"),
    ...pipes,
    [
      `protocol kernel ${name}_kernel {`,
      `  kernel table ${number}; ${multipath ? "merge paths on;" : ""}`,
      `  ipv4 { table ${name}; export all; };`,
      "}",
    ].join("\n"),
  ];
}
