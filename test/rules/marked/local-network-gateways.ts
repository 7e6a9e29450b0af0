import type { MarkedCheck } from "./marked-check.ts";

export const localNetworkGateways: readonly MarkedCheck[] = [
  {
    number: 83,
    about: "a site's range inside a network",
    built: [
      "local-network-gateway/overlapping-virtual-network",
      "virtual-network/overlapping-site-prefix",
      "virtual-network/overlapping-site-summary",
    ],
  },
  {
    number: 84,
    about: "two sites of one gateway with the same range",
    built: ["local-network-gateway/duplicate-address-prefix"],
  },
  {
    number: 85,
    about: "an address and a name, or neither",
    built: [
      "local-network-gateway/missing-gateway-address",
      "local-network-gateway/duplicate-gateway-address",
    ],
  },
  {
    number: 86,
    about: "neither ranges nor BGP",
    built: ["local-network-gateway/missing-address-prefix", "connection/missing-bgp"],
  },
  {
    number: 87,
    about: "BGP spoken from the public address",
    built: ["local-network-gateway/invalid-bgp-peering-address"],
  },
  {
    number: 88,
    about: "no route to the BGP peer itself",
    skipped: "Older guidance: the newer page calls the route redundant.",
  },
  {
    number: 89,
    about: "a site that advertises a network's own range",
    built: ["connection/overlapping-advertised-prefix", "virtual-network/overlapping-site-prefix"],
  },
  {
    number: 90,
    about: "more prefixes over BGP than a gateway takes",
    elsewhere:
      "The prediction ends the session, so `reach` and `trace` show it; the sizing of the gateway refuses it.",
  },
  {
    number: 91,
    about: "a device without routes to the spokes",
    built: ["connection/unreachable-virtual-network"],
  },
  {
    number: 92,
    about: "a local network gateway that nothing uses",
    built: ["local-network-gateway/unused-local-network-gateway"],
  },
  {
    number: 93,
    about: "a private address as a device's public one",
    built: ["local-network-gateway/invalid-gateway-address"],
  },
  {
    number: 94,
    about: "users behind the site's own device",
    built: ["vpn-client-configuration/unreachable-behind-vpn-device"],
  },
  {
    number: 95,
    about: "a default route counted on two hops away",
    elsewhere: "The prediction does not pass it on, so `routes` and `reach` show who has none.",
  },
];
