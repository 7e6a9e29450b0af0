import { fact } from "./fact.ts";

/** Each instance makes a tunnel of its own for each connection. */
export const activeActiveVpnGateway = fact(
  { instances: 2, extraGatewayCost: false },
  "https://learn.microsoft.com/azure/vpn-gateway/about-active-active-gateways",
  "2024-07-22",
  "Whether both tunnels of a connection count against the SKU's figure is on no page that was read: both are counted.",
);
