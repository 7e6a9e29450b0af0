import { type Address, formatAddress } from "../../ip/index.ts";
import type { Table } from "../../model/topology.ts";
import type { Candidate } from "../lookup.ts";
import { endsAt, type Journey, type Step } from "./journey.ts";
import { networkSegment, overLink, toMembers } from "./to-network.ts";
import { holderOf } from "./ways-to-nodes.ts";
import type { Errand } from "./world.ts";

/** To whoever has the address, in the table's own network or over one link; learned routes do not lead to it. */
export function toAddress(journey: Journey, address: Address, table: Table, errand: Errand): readonly Step[] {
  const found = errand.world.lookupAmong(table.nextHopsIn ?? table.id, address, leadsDirectly);
  if (!found) {
    const because = `The next hop ${formatAddress(address)} is neither in its network nor in one beside it.`;
    return [endsAt(journey, "dropped", because)];
  }
  return found.rows.map(({ row: { nextHop } }) => {
    if (nextHop.to === "members")
      return handOver(toMembers(journey, nextHop.network, errand), address, errand);
    if (nextHop.to === "link") return handOver(overLink(journey, nextHop.link, errand), address, errand);
    return endsAt(journey, "dropped", `Nothing leads to the next hop ${formatAddress(address)}.`);
  });
}

/** What a next hop with an address is found by. */
export function leadsDirectly({ layer, row }: Candidate): boolean {
  return !layer.yields && (row.nextHop.to === "members" || row.nextHop.to === "link");
}

/** It goes to the member with the next hop's address, not to the one with its own. */
function handOver(step: Step, address: Address, errand: Errand): Step {
  if (step.at !== "members") return step;

  const { network, over, journey } = step;
  const holder = holderOf(network, address, errand.world);
  return holder
    ? { at: "node", node: holder, over: over ?? networkSegment(network), sendsOn: "yes", journey }
    : endsAt(
        journey,
        "dropped",
        `Nothing in ${network.name} has the next hop's address ${formatAddress(address)}.`,
      );
}
