import { contains, type Prefix } from "../../ip/index.ts";
import type { LayerId, Row, Table, Topology } from "../../model/topology.ts";

/** Rows to nowhere that are gone where a default route leads elsewhere. `isOpen`: routers decide that, and a lab has them not. */
interface RangesToNowhere {
  readonly rows: readonly Row[];
  readonly isOpen: boolean;
}

const NONE: RangesToNowhere = { rows: [], isOpen: false };

/**
 * Of those only what lies inside of something shorter decides anything: what no row leads elsewhere ends in a lab anyway.
 */
export function rangesToNowhere(table: Table, topology: Topology): RangesToNowhere {
  const announced = announcedIn(topology);
  const learned = table.layers.filter(({ id }) => announced.filled.has(id));
  const heard = learned.length > 0 ? announced.prefixes : [];
  const told = table.layers.flatMap(({ rows }) => rows.filter(leadsOn).map(({ prefix }) => prefix));
  const around = [...heard, ...told].filter(({ family, length }) => family === 4 && length > 0);
  const rows = table.layers
    .flatMap((layer) => layer.rows)
    .filter(({ unlessDefaultRoute }) => unlessDefaultRoute)
    .filter(({ prefix }) => around.some((other) => other.length < prefix.length && contains(other, prefix)));
  if (rows.length === 0) return NONE;

  const { rank, leads } = strongestDefault(table);
  if (leads) return NONE;

  const mayLearn = heard.some(isDefault) && learned.some((layer) => layer.rank > rank);
  return mayLearn ? { rows: [], isOpen: true } : { rows, isOpen: false };
}

function leadsOn({ nextHop }: Row): boolean {
  return nextHop.to !== "internet" && nextHop.to !== "none";
}

function isDefault({ family, length }: Prefix): boolean {
  return family === 4 && length === 0;
}

function strongestDefault({ layers }: Table): { readonly rank: number; readonly leads: boolean } {
  const rows = layers.flatMap((layer) =>
    layer.rows
      .filter(({ prefix }) => isDefault(prefix))
      .map((row) => ({ rank: layer.rank, leads: leadsOn(row) })),
  );
  const rank = Math.max(Number.NEGATIVE_INFINITY, ...rows.map((row) => row.rank));
  return { rank, leads: rows.some((row) => row.rank === rank && row.leads) };
}

interface Announced {
  readonly prefixes: readonly Prefix[];
  /** Layers that speakers fill. */
  readonly filled: ReadonlySet<LayerId>;
}

const known = new WeakMap<Topology, Announced>();

/** Whatever a speaker begins with may get to any other. */
function announcedIn(topology: Topology): Announced {
  const found = known.get(topology) ?? readAnnounced(topology);
  known.set(topology, found);
  return found;
}

function readAnnounced({ nodes }: Topology): Announced {
  const speakers = [...nodes.values()].flatMap(({ speaker }) => speaker ?? []);
  return {
    prefixes: speakers.flatMap(({ originates }) => originates.map(({ prefix }) => prefix)),
    filled: new Set(speakers.flatMap(({ programs }) => programs.map(({ layer }) => layer))),
  };
}
