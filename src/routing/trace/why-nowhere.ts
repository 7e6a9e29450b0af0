import { containsAddress, formatAddress, formatPrefix } from "../../ip/index.ts";
import type { Node, Row, Table } from "../../model/topology.ts";
import type { Journey } from "./journey.ts";
import { linkBetween } from "./to-network.ts";
import { type Errand, networkOf, whyDown } from "./world.ts";

/** A private range that Azure drops is dropped because nothing longer leads there: that is what a person looks for. */
export function whyNowhere(
  journey: Journey,
  { prefix, nextHopType }: Row,
  table: Table,
  errand: Errand,
): string {
  const meant = networkMeant(journey, errand);
  const reason = meant && whyNoPeering(networkOf(journey.node, errand.world), meant, errand);
  return `${table.name} has no route to ${nameOfMeant(journey, errand)}: ${formatPrefix(prefix)} is dropped (${nextHopType}).${reason ? ` ${reason}` : ""}`;
}

/** The network that it is for, or the address where none of the estate has it. */
export function nameOfMeant(journey: Journey, errand: Errand): string {
  return networkMeant(journey, errand)?.name ?? formatAddress(journey.packet.destination);
}

/** The one that was asked for, where it has the address; else whichever of the estate has it. */
function networkMeant({ packet }: Journey, { to, world }: Errand): Node | undefined {
  const asked = "node" in to ? world.topology.nodes.get(to.node) : undefined;
  const network = asked && networkOf(asked, world);
  const hasIt = network?.prefixes.some((prefix) => containsAddress(prefix, packet.destination));
  return hasIt ? network : world.index.networks.lookup(packet.destination)?.value;
}

function whyNoPeering(here: Node, there: Node, { world }: Errand): string | undefined {
  if (here.role !== "virtualNetwork" || there.role !== "virtualNetwork" || here.id === there.id)
    return undefined;

  const link = linkBetween(here.id, there.id, world);
  if (!link) return "No peering joins them.";
  if (link.brokenBecause === undefined) return whyDown(link, world);
  return `${link.brokenBecause.charAt(0).toUpperCase()}${link.brokenBecause.slice(1).replace(/\.$/, "")}.`;
}
