import type { MarkedCheck } from "./marked-check.ts";

export const peerings: readonly MarkedCheck[] = [
  { number: 1, about: "half a peering", built: ["virtual-network-peering/missing-remote-peering"] },
  {
    number: 2,
    about: "a peering that is disconnected",
    built: ["virtual-network-peering/invalid-peering-state"],
  },
  {
    number: 3,
    about: "peers with the same addresses",
    built: [
      "virtual-network-peering/overlapping-address-space",
      "virtual-network-peering/overlapping-subnet-peering",
    ],
  },
  {
    number: 4,
    about: "two peers of one network with the same addresses",
    built: ["virtual-network-peering/overlapping-peer-of-peer"],
  },
  {
    number: 5,
    about: "remote gateways used where there are none",
    built: ["virtual-network-peering/missing-remote-gateway"],
  },
  {
    number: 6,
    about: "remote gateways used without the owner's leave",
    built: ["virtual-network-peering/missing-gateway-transit"],
  },
  {
    number: 7,
    about: "the gateways of two peers used at once",
    built: ["virtual-network-peering/duplicate-remote-gateways"],
  },
  {
    number: 8,
    about: "remote gateways used beside own ones",
    built: ["virtual-network-peering/unsupported-remote-gateways"],
  },
  {
    number: 9,
    about: "a gateway offered to a spoke that does not take it",
    built: ["virtual-network-peering/unused-gateway-transit"],
  },
  {
    number: 10,
    about: "transit allowed by both sides",
    built: ["virtual-network-peering/duplicate-gateway-transit"],
  },
  {
    number: 11,
    about: "a peering that lets no packets through",
    built: ["virtual-network-peering/unreachable-virtual-network"],
  },
  {
    number: 12,
    about: "forwarded packets refused behind an appliance",
    built: ["virtual-network-peering/missing-forwarded-traffic"],
  },
  {
    number: 13,
    about: "a peer's peer counted on without a way to it",
    built: ["network-security-group/unreachable-peer-of-peer", "virtual-network/unreachable-dns-server"],
    only: "where a security rule or the address of a DNS server shows that somebody counts on it",
  },
  {
    number: 14,
    about: "routes between spokes: missing on one side, to nowhere, on a table that decides for nobody",
    built: [
      "route-table/asymmetric-route-through-appliance",
      "route-table/unreachable-next-hop",
      "route-table/unknown-firewall-address",
      "route-table/unused-route-table",
    ],
  },
  {
    number: 15,
    about: "an appliance whose interface does not forward",
    built: ["network-interface/missing-ip-forwarding"],
  },
  {
    number: 16,
    about: "too many peerings, or nearly",
    built: [
      "virtual-network-peering/exceeds-peering-limit",
      "virtual-network-peering/too-small-peering-headroom",
    ],
  },
  {
    number: 17,
    about: "a peering to another subscription, or to a network that nobody approved",
    built: ["virtual-network-peering/unsupported-by-policy"],
    only: "where a policy of Azure's landing zones is assigned; in an intent `isolate` says it",
  },
  {
    number: 18,
    about: "a peering that does not know the peer's new ranges",
    built: ["virtual-network-peering/asymmetric-address-space"],
  },
  {
    number: 19,
    about: "a Basic load balancer asked from another region",
    built: ["virtual-network-peering/unreachable-basic-load-balancer"],
  },
  {
    number: 20,
    about: "a VPN between networks that are peered",
    built: ["virtual-network-peering/duplicate-vpn-connection"],
  },
  {
    number: 21,
    about: "users whose profile is older than the peering",
    built: ["vpn-client-configuration/missing-profile-route"],
    only: "where the routes of the profile were observed: no template has them",
  },
  {
    number: 22,
    about: "names looked for across a peering",
    built: ["private-dns-zone/missing-virtual-network-link"],
  },
  {
    number: 23,
    about: "two peerings to one network",
    built: ["virtual-network-peering/duplicate-remote-virtual-network"],
  },
  {
    number: 24,
    about: "subnets that a subnet peering leaves out",
    built: ["virtual-network-peering/unreachable-subnets"],
  },
  {
    number: 25,
    about: "another gateway than the one an organisation names",
    built: ["virtual-network/unsupported-gateway"],
    only: "where the built-in policy is assigned",
  },
  {
    number: 26,
    about: "regions, stages and sites with the same addresses",
    built: [
      "virtual-network/overlapping-address-space",
      "virtual-network/overlapping-site-prefix",
      "virtual-network/overlapping-site-summary",
      "virtual-network/overlapping-user-network",
    ],
  },
  {
    number: 27,
    about: "public addresses used as private ones",
    built: ["virtual-network/overlapping-public-addresses"],
  },
  {
    number: 28,
    about: "a network far larger than it needs",
    built: ["virtual-network/too-large-address-space"],
  },
];
