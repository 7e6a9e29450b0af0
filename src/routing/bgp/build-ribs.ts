import type { NodeId } from "../../model/topology.ts";
import type { BgpRoute, Rib } from "../solved.ts";
import type { Heard } from "./heard.ts";
import type { OwnedPrefix, PrefixClass } from "./prefix-classes.ts";
import type { Talker, Talkers } from "./speakers.ts";
import type { Known, Spread } from "./spread.ts";

/**
 * Written out for every prefix, of each speaker when it is asked for: what was solved once for a class holds for all
 * that are in it, and few ask what every speaker knows.
 */
export function buildRibs({ talkers }: Talkers, spreads: readonly Spread[]): ReadonlyMap<NodeId, Rib> {
  const shares = new Map<Talker, Share[]>(talkers.map((talker) => [talker, []]));
  for (const { prefixClass, known } of spreads)
    for (const one of known) shares.get(one.talker)?.push({ prefixClass, known: one });

  return new Map(Array.from(shares, ([{ node }, own]) => [node, ribOf(own)]));
}

/** What one speaker knows of one class. */
interface Share {
  readonly prefixClass: PrefixClass;
  readonly known: Known;
}

function ribOf(shares: readonly Share[]): Rib {
  let written: Rib["routes"] | undefined;
  return {
    get routes() {
      written ??= writeOut(shares);
      return written;
    },
  };
}

function writeOut(shares: readonly Share[]): Rib["routes"] {
  const written = new Map<string, readonly BgpRoute[]>();
  for (const { prefixClass, known } of shares) {
    const { routes, inUse } = known;
    const templates = routes.map((route, place) => describe(route, place < inUse));
    for (const owned of prefixClass.prefixes)
      written.set(
        owned.text,
        routes.map((route, place) => routeOf(owned, route, templates[place])),
      );
  }
  return written;
}

type Template = Omit<BgpRoute, "prefix" | "via">;

function describe({ path, weight, localPreference, tag, ear, hop }: Heard, best: boolean): Template {
  const common = { asPath: path.asns, weight, localPreference, tag, best };
  if (ear === undefined) return { ...common, origin: "Network" };

  return {
    ...common,
    origin: ear.isInternal ? "IBgp" : "EBgp",
    session: ear.session.id,
    neighbor: ear.farTalker.node,
    ...(hop?.nextHopAddress === undefined ? {} : { nextHopAddress: hop.nextHopAddress }),
    ...(hop?.shownAs === undefined ? {} : { shownAs: hop.shownAs }),
  };
}

function routeOf({ prefix, owned }: OwnedPrefix, route: Heard, template: Template | undefined): BgpRoute {
  const via = route.hop?.via ?? owned[route.own]?.origination.via ?? { to: "none" };
  return { ...(template ?? describe(route, false)), prefix, via };
}
