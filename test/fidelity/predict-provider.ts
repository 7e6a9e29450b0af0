import { formatPrefix } from "../../src/ip/index.ts";
import type { Session, Topology } from "../../src/model/topology.ts";
import type { SolvedLab } from "./predict-tables.ts";
import type { RecordedRow } from "./recording.ts";

/** A provider router's routes; it prints `eBGP` also beside the links that are its own. */
export function predictProviderRouter(owner: string, lab: SolvedLab): readonly RecordedRow[] | undefined {
  const { topology, solved } = lab;
  const id = `providerrouter/${owner.toLowerCase()}`;
  const node = topology.nodes.get(id);
  if (!node) return undefined;

  const links = linkPrefixes(id, lab);
  return [...(solved.ribs.get(id)?.routes.values() ?? [])].flat().map((route) => {
    const session = route.session === undefined ? undefined : topology.sessions.get(route.session);
    const name = session ? linkNameOf(session, lab) : links.get(formatPrefix(route.prefix));
    return {
      prefix: formatPrefix(route.prefix),
      best: route.best,
      bgpType: "eBGP",
      nextHop: route.session === undefined ? "0.0.0.0" : (route.nextHopAddress ?? null),
      vxc: name ?? null,
      asPath: route.asPath.join(" "),
    };
  });
}

/** `<circuit id>#primary/bgp` is the session over the link that the provider has his own name for. */
function linkNameOf(session: Pick<Session, "id">, { lab }: SolvedLab): string | undefined {
  const [circuit, path] = session.id.replace(/\/bgp$/, "").split("#");
  const name = circuit?.slice(circuit.lastIndexOf("/") + 1);
  return lab.linkNames[`${name}/${path}`];
}

function linkPrefixes(id: string, lab: SolvedLab): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const session of sessionsOf(id, lab.topology)) {
    const name = linkNameOf(session, lab);
    const far = session.ends.find((end) => end.node !== id)?.node ?? "";
    for (const prefix of lab.topology.nodes.get(far)?.speaker?.hides ?? []) {
      if (name !== undefined) names.set(formatPrefix(prefix), name);
    }
  }
  return names;
}

function sessionsOf(node: string, topology: Topology): readonly Session[] {
  return [...topology.sessions.values()].filter(({ ends }) => ends.some((end) => end.node === node));
}
