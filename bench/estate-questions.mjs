import { NETWORKS_A_GROUP, SCOPE } from "./generate-estate.mjs";

/** Pairs of ends, as texts, of an estate of `generateEstate` that hear each other: spread over all of its groups. */
export function questionsOf(networkCount, count) {
  const groups = Math.max(1, Math.round(networkCount / NETWORKS_A_GROUP));
  return Array.from({ length: count }, (_, index) => {
    const group = Math.floor((index * groups) / count);
    const first = group * NETWORKS_A_GROUP;
    const last = Math.min(networkCount, first + NETWORKS_A_GROUP) - 1;
    const ways = [
      // By the hub's appliance there and back.
      [subnetOf(first + 1, 3), subnetOf(last - ((last + 1) % 2), 4)],
      // Over one peering.
      [subnetOf(first + 2, 4), subnetOf(first, 5)],
      // By the hub's gateway: to the site, and from those who dial in.
      [subnetOf(first + 4, 1), { node: `site/branch-${group}`, address: `172.16.${group}.4` }],
      [{ node: `p2susers/staff-${group}`, address: `192.168.${group}.4` }, subnetOf(first + 6, 2)],
      // Between two hubs, where there is another.
      [
        subnetOf(first + 2, 7),
        subnetOf((group ^ 1) < groups ? (group ^ 1) * NETWORKS_A_GROUP + 2 : first, 8),
      ],
    ];
    return ways[index % ways.length];
  });
}

function subnetOf(network, subnet) {
  const node = `${SCOPE}/providers/Microsoft.Network/virtualNetworks/vnet-${network}/subnets/subnet-${subnet}`;
  return {
    node: node.toLowerCase(),
    address: `10.${network >> 6}.${(network & 63) * 4 + (subnet >> 2)}.${(subnet & 3) * 64 + 4}`,
  };
}
