import type { MarkedCheck } from "./marked-check.ts";

export const gatewaySubnets: readonly MarkedCheck[] = [
  { number: 29, about: "a gateway's subnet by another name", built: ["subnet/invalid-reserved-name"] },
  {
    number: 30,
    about: "a gateway's subnet too small to grow",
    built: ["subnet/too-small-gateway-subnet", "subnet/too-small-gateway-subnet-for-growth"],
  },
  {
    number: 31,
    about: "no room for a VPN beside a circuit",
    built: [
      "express-route-gateway/too-small-gateway-subnet",
      "express-route-gateway/too-small-gateway-subnet-for-vpn",
    ],
  },
  {
    number: 32,
    about: "no room for many circuits",
    built: ["express-route-gateway/too-small-gateway-subnet"],
  },
  {
    number: 33,
    about: "an IPv6 range of another size than /64",
    built: ["subnet/unsupported-ipv6-prefix-length"],
  },
  {
    number: 34,
    about: "a security group on a gateway's subnet",
    built: ["subnet/unsupported-network-security-group"],
  },
  {
    number: 35,
    about: "a default route on a gateway's subnet",
    built: ["route-table/unsupported-default-route-on-gateway-subnet"],
  },
  {
    number: 36,
    about: "a gateway's subnet that refuses the gateway's routes",
    built: ["route-table/unsupported-propagation-off-on-gateway-subnet"],
  },
  {
    number: 37,
    about: "a route that takes away the gateway's own addresses",
    built: [
      "route-table/overlapping-gateway-subnet-route",
      "route-table/overlapping-gateway-public-ip-address",
    ],
  },
  {
    number: 38,
    about: "a route for the gateway subnet's own range, between VPN and circuit",
    built: ["route-table/overlapping-gateway-subnet-route"],
  },
  {
    number: 39,
    about: "machines in a gateway's subnet",
    built: ["subnet/unsupported-resource-in-gateway-subnet"],
  },
  {
    number: 40,
    about: "a table that refuses the gateway's routes and has none of its own",
    built: ["route-table/unreachable-on-premises"],
  },
  { number: 41, about: "a Route Server's subnet too small", built: ["subnet/too-small-named-subnet"] },
  { number: 42, about: "too many routes in a table", built: ["route-table/exceeds-route-limit"] },
  {
    number: 43,
    about: "a next hop that does not exist as a kind",
    built: ["route-table/invalid-next-hop-type"],
    only: "which kinds an organisation forbids is its own policy",
  },
  {
    number: 44,
    about: "a subnet without a table or a security group that a policy asks for",
    built: ["subnet/unsupported-by-policy"],
    only: "where a policy of Azure's landing zones is assigned",
  },
  { number: 45, about: "a table that decides for no subnet", built: ["route-table/unused-route-table"] },
  {
    number: 46,
    about: "a gateway's network that cannot resolve Azure's names",
    built: ["dns-forwarding-ruleset/unsupported-wildcard-rule"],
    only: "what a DNS server of one's own forwards is in no file",
  },
  {
    number: 47,
    about: "one DNS server alone",
    built: ["virtual-network/single-point-of-failure-dns-server"],
  },
  {
    number: 48,
    about: "a gateway's network without Bastion or firewall",
    skipped: "Advice on what else to buy: nothing that joins networks lacks it.",
  },
];
