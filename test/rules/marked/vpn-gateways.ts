import type { MarkedCheck } from "./marked-check.ts";

export const vpnGateways: readonly MarkedCheck[] = [
  {
    number: 49,
    about: "a Basic gateway in production",
    built: ["virtual-network-gateway/too-small-basic-sku"],
  },
  { number: 50, about: "a SKU that is gone", built: ["virtual-network-gateway/deprecated-sku"] },
  { number: 51, about: "a SKU without zones", built: ["virtual-network-gateway/deprecated-sku"] },
  {
    number: 52,
    about: "one instance alone",
    built: ["virtual-network-gateway/single-point-of-failure-instance"],
  },
  {
    number: 53,
    about: "a public address of the wrong kind, or in one zone",
    built: [
      "virtual-network-gateway/unsupported-public-ip-address",
      "virtual-network-gateway/single-point-of-failure-public-ip-address",
    ],
  },
  {
    number: 54,
    about: "policy-based, with users",
    built: ["virtual-network-gateway/unsupported-policy-based-feature"],
  },
  {
    number: 55,
    about: "policy-based, with other gateways or several sites",
    built: ["virtual-network-gateway/unsupported-policy-based-feature"],
  },
  {
    number: 56,
    about: "policy-based, with BGP",
    built: ["virtual-network-gateway/unsupported-policy-based-feature"],
  },
  {
    number: 57,
    about: "policy-based, beside a circuit",
    built: ["virtual-network-gateway/unsupported-policy-based-feature"],
  },
  {
    number: 58,
    about: "two gateways of which one is policy-based",
    built: ["virtual-network-gateway/unsupported-policy-based-feature"],
  },
  {
    number: 59,
    about: "two gateways of one type in a network",
    built: ["virtual-network-gateway/duplicate-vpn-gateway"],
    only: "VPN gateways: while one of circuits is replaced, Azure takes a second",
  },
  {
    number: 60,
    about: "a SKU, type or generation that do not go together",
    built: [
      "virtual-network-gateway/invalid-generation",
      "virtual-network-gateway/unknown-sku",
      "virtual-network-gateway/invalid-vpn-type",
      "virtual-network-gateway/invalid-policy-based-sku",
    ],
  },
  {
    number: 61,
    about: "a size that a gateway cannot be changed to",
    elsewhere:
      "A change, and no state: `diff` shows the two SKUs side by side. That Azure refuses the step is not said.",
  },
  { number: 62, about: "BGP on Basic", built: ["virtual-network-gateway/unsupported-sku-feature"] },
  { number: 63, about: "Basic beside a circuit", built: ["virtual-network-gateway/unsupported-sku-feature"] },
  { number: 64, about: "one ASN at both ends", built: ["connection/duplicate-asn"] },
  {
    number: 65,
    about: "an ASN that is reserved",
    built: ["virtual-network-gateway/unsupported-asn", "local-network-gateway/unsupported-asn"],
  },
  {
    number: 66,
    about: "another ASN than a Route Server asks for",
    built: ["virtual-network-gateway/unsupported-route-server-asn"],
  },
  {
    number: 67,
    about: "an APIPA address outside Azure's range",
    built: ["virtual-network-gateway/invalid-apipa-address"],
  },
  {
    number: 68,
    about: "BGP addresses that belong to no instance",
    built: ["virtual-network-gateway/missing-bgp-ip-configuration"],
  },
  {
    number: 69,
    about: "NAT on a SKU without it",
    built: ["virtual-network-gateway/unsupported-sku-feature"],
  },
  { number: 70, about: "NAT between gateways or for users", built: ["connection/unsupported-nat-rule"] },
  {
    number: 71,
    about: "NAT ranges that overlap",
    built: [
      "virtual-network-gateway/overlapping-nat-mapping",
      "virtual-network-gateway/overlapping-nat-virtual-network",
    ],
  },
  {
    number: 72,
    about: "NAT ranges of different sizes",
    built: ["virtual-network-gateway/invalid-nat-mapping-size"],
  },
  {
    number: 73,
    about: "NAT and BGP without translated routes",
    built: ["virtual-network-gateway/missing-bgp-route-translation"],
  },
  {
    number: 74,
    about: "dynamic NAT in front of what must be reached",
    built: ["virtual-network-gateway/unreachable-behind-dynamic-nat"],
  },
  {
    number: 75,
    about: "no maintenance window",
    skipped: "When Azure may maintain a gateway is a habit of an organisation, and joins no networks.",
  },
  {
    number: 76,
    about: "a gateway that nothing uses",
    built: ["virtual-network-gateway/unused-vpn-gateway"],
    only: "VPN gateways: of circuits, the circuit is reported",
  },
  {
    number: 77,
    about: "a gateway out of breath, or silent",
    skipped: "The load of a gateway is in no file: Network Watcher measures it.",
  },
  { number: 78, about: "no diagnostics, no alerts", skipped: "Monitoring, not connectivity." },
  {
    number: 79,
    about: "less availability than is asked for",
    elsewhere:
      "The decision stage: `needs: { sla }` rules out what does not reach it, and says by which figure.",
  },
  {
    number: 80,
    about: "more bandwidth than the SKU has for all",
    elsewhere: "The sizing of the gateway: all needs that share it are summed up, by tunnel and by SKU.",
  },
  {
    number: 81,
    about: "one VPN device alone at a site",
    built: ["local-network-gateway/single-point-of-failure-vpn-device"],
  },
  {
    number: 82,
    about: "a name that Azure does not take",
    built: [
      "virtual-network-gateway/invalid-name",
      "connection/invalid-name",
      "local-network-gateway/invalid-name",
    ],
  },
];
