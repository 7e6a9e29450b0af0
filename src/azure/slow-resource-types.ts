import { fact } from "./fact.ts";

/** What may take half an hour and more to create, change or remove; in lower case. */
export const slowResourceTypes = fact<readonly string[]>(
  [
    "microsoft.network/virtualnetworkgateways",
    "microsoft.network/virtualnetworkgateways/natrules",
    "microsoft.network/virtualhubs",
    "microsoft.network/virtualhubs/ipconfigurations",
  ],
  "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-vnet-vnet-cli",
  "2026-11-23",
  "The page speaks of gateways. Route Servers stand in a hub of their own, and are here by their kinship with gateways.",
);
