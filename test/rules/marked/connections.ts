import type { MarkedCheck } from "./marked-check.ts";

export const connections: readonly MarkedCheck[] = [
  {
    number: 96,
    about: "different keys at the two ends",
    built: ["connection/asymmetric-shared-key"],
    only: "where both keys are in files, or their fingerprints",
  },
  {
    number: 97,
    about: "one of two connections between gateways",
    built: ["connection/missing-remote-connection"],
  },
  {
    number: 98,
    about: "different IPsec policies at the two ends",
    built: ["connection/asymmetric-ipsec-policy"],
  },
  {
    number: 99,
    about: "no IPsec policy of one's own where a policy asks for it",
    built: ["connection/missing-custom-ipsec-policy"],
    only: "where the built-in policy is assigned",
  },
  {
    number: 100,
    about: "half an IPsec policy",
    built: ["connection/missing-ipsec-policy-value", "connection/invalid-ipsec-algorithm"],
  },
  { number: 101, about: "GCM on one side of IPsec alone", built: ["connection/asymmetric-gcm-algorithms"] },
  { number: 102, about: "weak algorithms", built: ["connection/insecure-algorithm"] },
  {
    number: 103,
    about: "security associations that live too briefly",
    built: ["connection/too-small-sa-lifetime"],
  },
  { number: 104, about: "a DPD timeout outside the limits", built: ["connection/invalid-dpd-timeout"] },
  { number: 105, about: "a policy on Basic", built: ["virtual-network-gateway/unsupported-sku-feature"] },
  {
    number: 106,
    about: "a policy on a connection to a circuit",
    built: ["connection/unsupported-expressroute-setting"],
  },
  { number: 107, about: "IKEv1", built: ["connection/deprecated-ike-version"] },
  {
    number: 108,
    about: "traffic selectors with pairs missing",
    built: ["connection/missing-traffic-selector", "connection/missing-ipsec-policy"],
  },
  {
    number: 109,
    about: "a device that offers other algorithms, or does not answer",
    elsewhere: "`lab status` says what strongSwan says. What a real device offers is in no file.",
  },
  { number: 110, about: "a tunnel that Azure reports as down", built: ["connection/unreachable-remote-end"] },
  {
    number: 111,
    about: "a connection without its other end",
    built: [
      "connection/missing-remote-end",
      "connection/unknown-gateway",
      "express-route-connection/unknown-circuit",
    ],
  },
  {
    number: 112,
    about: "BGP addresses chosen where they cannot be",
    built: ["connection/unsupported-custom-bgp-address", "connection/missing-custom-bgp-address"],
  },
  {
    number: 113,
    about: "several tunnels to one site without BGP",
    built: ["local-network-gateway/duplicate-address-prefix"],
  },
  {
    number: 114,
    about: "several tunnels between gateways with one instance each",
    built: ["connection/duplicate-connection"],
  },
  {
    number: 115,
    about: "a chain of gateways with BGP on a part of it",
    built: ["connection/missing-bgp-for-transit", "connection/asymmetric-bgp"],
  },
  { number: 116, about: "a weight on a tunnel", built: ["connection/unused-routing-weight"] },
  {
    number: 117,
    about: "a key with characters that Azure does not take",
    built: ["connection/invalid-shared-key"],
  },
  { number: 118, about: "gateways in different clouds", built: ["connection/unsupported-cloud"] },
  {
    number: 119,
    about: "BGP on a connection whose ends have none",
    built: ["virtual-network-gateway/missing-bgp", "connection/missing-bgp-settings"],
  },
];
