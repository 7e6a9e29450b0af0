import { didYouMean } from "../../../diagnostics/did-you-mean.ts";
import type { EstateIndex } from "../../../model/estate-index.ts";
import type { Finding, Rule } from "../../../model/rule.ts";
import { unknownAt } from "../../../model/unknown-at.ts";
import { subnetsOf, type VirtualNetwork } from "../../../model/virtual-network.ts";
import type { Half } from "../half.ts";
import { allHalves, counterpartOf } from "../halves.ts";
import { findSubnet, type ListedSubnet, listedSubnets } from "../listed-subnets.ts";
import { title } from "../title.ts";

export const unknownSubnet: Rule = {
  id: "virtual-network-peering/unknown-subnet",
  severity: "error",
  summary: "A subnet peering must list subnets that exist.",
  source: "https://learn.microsoft.com/azure/virtual-network/how-to-configure-subnet-peering",

  *check(estate) {
    for (const half of allHalves(estate)) {
      if (half.peerCompleteVnets) continue;

      yield* missing(half, half.local, listedSubnets(half, "localSubnetNames"), estate);
      yield* missing(half, half.remote, notListedByOwner(half, estate), estate);
    }
  },
};

/** What the remote network's own half lists too is reported there. */
function notListedByOwner(half: Half, estate: EstateIndex): readonly ListedSubnet[] {
  const other = counterpartOf(half, estate);
  const listedThere = other
    ? listedSubnets(other, "localSubnetNames").map(({ name }) => name.toLowerCase())
    : [];
  return listedSubnets(half, "remoteSubnetNames").filter(
    ({ name }) => !listedThere.includes(name.toLowerCase()),
  );
}

function* missing(
  half: Half,
  network: VirtualNetwork | undefined,
  listed: readonly ListedSubnet[],
  estate: EstateIndex,
): Iterable<Finding> {
  if (!network || network.resource.existing || unknownAt(network.resource, "subnets")) return;

  for (const { name, origin } of listed) {
    if (findSubnet(network, name, estate)) continue;

    const guess = didYouMean(
      name,
      subnetsOf(network, estate).map((subnet) => subnet.name),
    );
    yield {
      message: `${title(half)} peers the subnet ${name} of ${network.name}, which has no such subnet.`,
      origin,
      hint: guess ? `Write ${guess}.` : `Name a subnet of ${network.name}, or add ${name} to it.`,
    };
  }
}
