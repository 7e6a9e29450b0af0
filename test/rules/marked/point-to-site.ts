import type { MarkedCheck } from "./marked-check.ts";

export const pointToSite: readonly MarkedCheck[] = [
  {
    number: 146,
    about: "a pool that overlaps a network, a site or where users sit",
    built: [
      "vpn-client-configuration/overlapping-virtual-network",
      "vpn-client-configuration/overlapping-on-premises",
      "vpn-client-configuration/overlapping-user-network",
      "vpn-client-configuration/overlapping-address-pool",
    ],
  },
  {
    number: 147,
    about: "a pool too small for a gateway",
    built: ["vpn-client-configuration/too-small-address-pool"],
  },
  {
    number: 148,
    about: "half a pool taken by SSTP",
    built: ["vpn-client-configuration/too-small-address-pool-for-users"],
  },
  {
    number: 149,
    about: "more users than SSTP takes",
    built: ["vpn-client-configuration/exceeds-connection-limit"],
  },
  {
    number: 150,
    about: "more users than the pool or the SKU takes",
    built: [
      "vpn-client-configuration/too-small-address-pool-for-users",
      "vpn-client-configuration/exceeds-connection-limit",
    ],
  },
  {
    number: 151,
    about: "IKEv2 or RADIUS on Basic",
    built: [
      "vpn-client-configuration/unsupported-protocol",
      "vpn-client-configuration/unsupported-basic-authentication",
    ],
  },
  {
    number: 152,
    about: "users of a policy-based gateway",
    built: ["virtual-network-gateway/unsupported-policy-based-feature"],
  },
  {
    number: 153,
    about: "Microsoft Entra ID without OpenVPN",
    built: ["vpn-client-configuration/unsupported-authentication"],
  },
  {
    number: 154,
    about: "another way to sign in than Microsoft Entra ID",
    built: ["vpn-client-configuration/insecure-authentication"],
  },
  {
    number: 155,
    about: "settings for several ways to sign in, and none chosen",
    built: [
      "vpn-client-configuration/missing-authentication-types",
      "vpn-client-configuration/missing-authentication-settings",
    ],
  },
  {
    number: 156,
    about: "a RADIUS server behind a circuit",
    built: ["vpn-client-configuration/unreachable-radius-server"],
  },
  {
    number: 157,
    about: "too many root certificates",
    built: ["vpn-client-configuration/exceeds-root-certificate-limit"],
  },
  {
    number: 158,
    about: "a root certificate that was revoked and is still listed",
    skipped:
      "What is revoked is a client's certificate, by its thumbprint: a root that is listed stays valid, and nothing says so of it.",
  },
  {
    number: 159,
    about: "no third address for users of two instances",
    built: ["virtual-network-gateway/missing-ip-configuration"],
  },
  {
    number: 160,
    about: "users who do not reach a spoke",
    built: ["virtual-network-peering/unused-gateway-transit"],
    only: "where the hub offers its gateway: whether users reach a spoke without is told differently by Azure's pages",
  },
  {
    number: 161,
    about: "users of two gateways who look for each other",
    built: ["vpn-client-configuration/unreachable-custom-route"],
  },
  {
    number: 162,
    about: "devices that know none of the protocols",
    built: [
      "vpn-client-configuration/unsupported-operating-system",
      "vpn-client-configuration/unreachable-behind-firewalls",
    ],
  },
];
