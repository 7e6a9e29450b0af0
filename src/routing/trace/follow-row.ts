import { formatPrefix } from "../../ip/index.ts";
import type { Row } from "../../model/topology.ts";
import type { Candidate, Found } from "../lookup.ts";
import { endsAt, type Journey, type Step } from "./journey.ts";
import { toInternet, toService } from "./leave-estate.ts";
import { toAddress } from "./to-address.ts";
import { overLink, toMembers } from "./to-network.ts";
import { toNodes } from "./to-nodes.ts";
import { whyNowhere } from "./why-nowhere.ts";
import type { Errand } from "./world.ts";

/** Where a row that won leads. */
export function followRow(
  journey: Journey,
  { row }: Candidate,
  { table }: Found,
  errand: Errand,
): readonly Step[] {
  const { nextHop } = row;
  switch (nextHop.to) {
    case "members":
      return [toMembers(journey, nextHop.network, errand)];
    case "link":
      return [overLink(journey, nextHop.link, errand)];
    case "addresses":
      if (nextHop.addresses.length === 0) {
        return [endsAt(journey, "notModelled", `The address of the next hop is not known: ${nameOf(row)}.`)];
      }
      return nextHop.addresses.flatMap((address) => toAddress(journey, address, table, errand));
    case "nodes":
      return toNodes(journey, nextHop.nodes, errand);
    case "table":
      return [{ at: "table", table: nextHop.table, sendsOn: "no", journey }];
    case "internet":
      return [toInternet(journey, errand)];
    case "service":
      return [toService(journey, nextHop.name, errand)];
    case "none":
      break;
  }
  const because = row.unlessDefaultRoute
    ? whyNowhere(journey, row, table, errand)
    : `${table.name} drops it: ${nameOf(row)} to ${row.nextHopType}.`;
  return [endsAt(journey, "dropped", because)];
}

function nameOf({ name, prefix }: Row): string {
  return `${name === undefined ? "" : `${name}, `}${formatPrefix(prefix)}`;
}
