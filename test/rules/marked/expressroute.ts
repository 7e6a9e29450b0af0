import type { MarkedCheck } from "./marked-check.ts";

export const expressRoute: readonly MarkedCheck[] = [
  {
    number: 120,
    about: "a gateway in one zone",
    built: ["express-route-gateway/single-point-of-failure-zone"],
  },
  { number: 121, about: "a SKU that is not for circuits", built: ["express-route-gateway/unsupported-sku"] },
  {
    number: 122,
    about: "one peering location alone",
    built: ["express-route-gateway/single-point-of-failure-circuit"],
  },
  {
    number: 123,
    about: "one circuit, and no VPN behind it",
    built: ["express-route-gateway/single-point-of-failure-circuit"],
  },
  {
    number: 124,
    about: "more circuits than a SKU or a location takes",
    built: [
      "express-route-gateway/exceeds-circuit-limit",
      "express-route-gateway/exceeds-peering-location-limit",
    ],
  },
  {
    number: 125,
    about: "FastPath where there is none",
    built: [
      "express-route-connection/unsupported-fast-path",
      "express-route-connection/missing-gateway-bypass",
    ],
  },
  {
    number: 126,
    about: "networks that meet on a circuit",
    built: [
      "express-route-circuit/single-point-of-failure-between-virtual-networks",
      "express-route-gateway/asymmetric-remote-vnet-traffic",
    ],
  },
  {
    number: 127,
    about: "more prefixes to on-premises than a circuit bears",
    built: ["express-route-gateway/exceeds-advertised-prefix-limit"],
  },
  {
    number: 128,
    about: "more prefixes from on-premises than a circuit takes",
    built: ["express-route-circuit/exceeds-route-limit"],
  },
  {
    number: 129,
    about: "more networks than a circuit takes",
    built: ["express-route-circuit/exceeds-virtual-network-link-limit"],
  },
  {
    number: 130,
    about: "a network in a region that the tier does not reach",
    built: ["express-route-circuit/unreachable-region"],
  },
  {
    number: 131,
    about: "unlimited data that does not pay",
    elsewhere: "The choice of the data plan: by price, from the traffic that the intent says.",
  },
  { number: 132, about: "a tier larger than needed", built: ["express-route-circuit/too-large-sku"] },
  {
    number: 133,
    about: "a change of plan that Azure does not make in place",
    elsewhere:
      "A change, and no state: `diff` shows both plans side by side. That Azure refuses the step is not said.",
  },
  {
    number: 134,
    about: "peerings of a circuit that lack something, or are there twice",
    built: [
      "express-route-circuit/missing-peer-prefix",
      "express-route-circuit/duplicate-peering",
      "express-route-circuit/missing-microsoft-peering-config",
      "express-route-circuit/unsupported-route-filter",
    ],
    only: "a filter of another subscription is not looked for",
  },
  {
    number: 135,
    about: "a provider's circuit and a port's, mixed",
    built: ["express-route-circuit/duplicate-provider-and-port", "express-route-circuit/missing-bandwidth"],
  },
  {
    number: 136,
    about: "a port that is off, or sold twice over",
    built: ["express-route-port/unused-link", "express-route-port/exceeds-bandwidth-limit"],
  },
  {
    number: 137,
    about: "a circuit that nothing encrypts",
    built: ["express-route-port/insecure-link"],
    only: "ports of ExpressRoute Direct: for a provider's circuit the intent's `encryption` decides",
  },
  {
    number: 138,
    about: "a way from a VPN site to a circuit's site without a Route Server",
    built: ["connection/unreachable-site", "virtual-network-gateway/missing-active-active-for-route-server"],
    only: "where a device is said to have the route",
  },
  {
    number: 139,
    about: "a VPN's longer prefix that beats the circuit",
    built: ["express-route-gateway/asymmetric-vpn-prefix"],
  },
  {
    number: 140,
    about: "a default route that, withdrawn, opens the internet",
    built: ["express-route-circuit/insecure-default-route"],
  },
  {
    number: 141,
    about: "scale units that do not go together",
    built: ["express-route-gateway/invalid-scale-units"],
  },
  {
    number: 142,
    about: "a change of SKU that takes a new gateway",
    elsewhere:
      "A change, and no state: `diff` shows the two SKUs side by side. That it takes a new gateway is not said.",
  },
  { number: 143, about: "a circuit that nothing uses", built: ["express-route-circuit/unused-circuit"] },
  {
    number: 144,
    about: "one of two links in use",
    built: ["express-route-circuit/missing-peer-prefix", "express-route-port/unused-link"],
    only: "BFD is on by default, and the customer's edge devices are in no file",
  },
  {
    number: 145,
    about: "too many peerings beside a circuit",
    built: ["virtual-network-peering/exceeds-peering-limit"],
  },
];
