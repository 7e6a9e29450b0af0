import { fact } from "./fact.ts";

const OVERVIEW = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview";

/** Ranges that go nowhere unless something longer, or the virtual network itself, says otherwise. */
export const reservedRanges = fact(
  ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"],
  OVERVIEW,
  "2026-11-23",
  "Effective routes seen in practice leave out 172.16.0.0/12 and show further ranges of Microsoft's own; some show " +
    "none at all. The documented four are taken.",
);

/** Which of several routes to one prefix wins: the highest. */
export const routePreference = fact(
  { User: 30, VirtualNetworkGateway: 20, Default: 10 },
  OVERVIEW,
  "2026-11-23",
  "Only the order is Azure's: user-defined, then from a gateway, then the system's own.",
);
