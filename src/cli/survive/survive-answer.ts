import type { Estate } from "../../model/estate.ts";
import type { FailingElement, Failure, Side, Survival } from "../../survive.ts";
import { nameOfElement, nameOfNode } from "../places.ts";

/** What `survive --format json` answers. */
export function surviveAnswer({ endpoints, pairs, at, failures, zones }: Survival, estate: Estate) {
  const element = ({ id, kind }: FailingElement) => ({ id, name: nameOfElement(id, estate), kind });
  const side = ({ networks, endpoints }: Side) => ({
    network: nameOfNode(networks[0] ?? "", estate),
    andLike: networks.length - 1,
    endpoints: endpoints.map((id) => nameOfNode(id, estate)),
  });
  const failure = ({ elements, like, lostPairs, endedPairs, keptPairs, lost, kept }: Failure) => ({
    elements: elements.map(element),
    like: like.map(element),
    lostPairs,
    endedPairs,
    keptPairs,
    lost: lost.map((group) => ({ ...group, from: side(group.from), to: side(group.to) })),
    kept: kept.map((group) => ({ ...group, from: side(group.from), to: side(group.to) })),
  });
  return {
    format: "isthmus/survive",
    version: 1,
    endpoints,
    pairs,
    at,
    failures: failures.map(failure),
    zones: zones.map((zone) => ({ ...zone, name: nameOfElement(zone.gateway, estate) })),
  };
}
