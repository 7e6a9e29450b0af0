import { formatPrefix } from "../../ip/index.ts";
import type { Node } from "../../model/topology.ts";
import { birdFile, type DeviceSession, planDevice } from "../../outputs/device-config/index.ts";
import type { PolicyWords } from "./bird-filters.ts";
import { fillIn } from "./fill-in.ts";
import { type LabDraft, leaveOut } from "./lab-draft.ts";
import type { BirdSession, RouterDraft } from "./router-draft.ts";
import type { TunnelDevices } from "./tunnel-devices.ts";

/** Of a device's BIRD: what `isthmus export` writes for it, and what the lab's own file has no longer to say. */
export interface DeviceRouting {
  readonly text: string;
  readonly namesRouter: boolean;
  /** By their names in the text. */
  readonly sessions: ReadonlyMap<string, BirdSession>;
  readonly staticPrefixes: readonly string[];
}

/** `undefined`: it is no device, has a tunnel that no lab runs, or needs what only Azure does. */
export function deviceRouting(
  draft: LabDraft,
  { id, role }: Node,
  router: RouterDraft,
  tunnels: TunnelDevices,
): DeviceRouting | undefined {
  const { topology, options } = draft;
  const { sessions } = router;
  const plan = options.estate && role === "vpnDevice" && planDevice(id, topology, options.estate);
  if (!plan) return undefined;

  const places: (readonly [string, string])[] = [];
  const byName = new Map<string, BirdSession>();
  for (const tunnel of plan.tunnels) {
    const link = topology.links.get(tunnel.link);
    const [device] = (link && tunnels.deviceOf(link, id)) ?? [];
    const session = sessions.find(({ here }) => here.via.to === "link" && here.via.link === tunnel.link);
    if (device === undefined || (tunnel.bgp && !session)) return undefined;

    places.push([tunnel.interface, device]);
    if (tunnel.bgp && session) {
      if (!tellsAll(tunnel.bgp, session, router)) {
        leaveOut(
          draft,
          session.session.id,
          "the lab's gateway translates packets and not what it hears by BGP: the device announces the translated ranges too, which the exported bird.conf does not",
        );
        return undefined;
      }
      if (tunnel.bgp.onlyAsPath !== undefined)
        leaveOut(
          draft,
          session.session.id,
          "the exported bird.conf has no filter over AS paths: everything is learned",
        );
      places.push(...sessionPlaces(tunnel.title, tunnel.bgp, session));
      byName.set(device, session);
    }
  }
  return {
    text: fillIn(birdFile(plan), places),
    namesRouter: plan.routerId !== undefined,
    sessions: byName,
    staticPrefixes: plan.staticRoutes.map(({ prefix }) => prefix),
  };
}

/** The topology has a device announce what in Azure its gateway makes of an announcement: ranges that it translates. */
function tellsAll({ advertises }: DeviceSession, { here }: BirdSession, { own }: RouterDraft): boolean {
  const only = here.sends.only?.map(formatPrefix);
  return own
    .filter(({ prefix, tag }) => here.sends.tags.includes(tag) && (!only || only.includes(prefix)))
    .every(({ prefix }) => advertises.includes(prefix));
}

/** A session is found again by the topology's name of it. */
function sessionPlaces(
  title: string,
  bgp: DeviceSession,
  session: BirdSession,
): readonly (readonly [string, string])[] {
  return [[title, session.session.id], ...sessionAddresses(bgp, session)];
}

export function sessionAddresses(
  bgp: DeviceSession,
  { localAddress, farAddress }: BirdSession,
): readonly (readonly [string, string])[] {
  return [
    [bgp.localAddress, localAddress],
    [bgp.farAddress, farAddress],
  ];
}

/** From the table that the exported file fills into the lab's: what was learned over which tunnel, as the lab marks it. */
export function deviceRoutesText(
  { sessions, staticPrefixes }: DeviceRouting,
  { own }: RouterDraft,
  words: PolicyWords,
): string {
  const learned = [...sessions].map(
    ([name, { here }]) => `    if proto = "${name}" then { ${words.learned(here.learns)} accept; }`,
  );
  const statics = own
    .filter(({ prefix }) => staticPrefixes.includes(prefix))
    .map(
      ({ prefix, tag, weight }) =>
        `    if proto = "azure" && net = ${prefix} then { ${words.own(tag, weight)} accept; }`,
    );
  return [
    "protocol pipe exported_routes {",
    "  table speaker; peer table master4; export none;",
    "  import filter {",
    ...learned,
    ...statics,
    "    reject;",
    "  };",
    "}",
  ].join("\n");
}
