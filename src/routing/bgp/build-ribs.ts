import type { NodeId } from "../../model/topology.ts";
import type { BgpRoute, Rib } from "../solved.ts";
import type { Heard } from "./heard.ts";
import type { OwnedPrefix } from "./prefix-classes.ts";
import type { Talkers } from "./speakers.ts";
import type { Spread } from "./spread.ts";

/** Written out for every prefix: what was solved once for a class holds for all that are in it. */
export function buildRibs({ talkers }: Talkers, spreads: readonly Spread[]): ReadonlyMap<NodeId, Rib> {
  const ribs = new Map(talkers.map(({ node }) => [node, new Map<string, readonly BgpRoute[]>()]));

  for (const { prefixClass, known } of spreads)
    for (const { talker, routes, inUse } of known) {
      const templates = routes.map((route, place) => describe(route, place < inUse));
      for (const owned of prefixClass.prefixes)
        ribs.get(talker.node)?.set(
          owned.text,
          routes.map((route, place) => routeOf(owned, route, templates[place])),
        );
    }

  return new Map(Array.from(ribs, ([node, routes]) => [node, { routes }]));
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
