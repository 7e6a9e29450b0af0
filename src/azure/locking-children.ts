import { fact } from "./fact.ts";

/** Children that are written one after another, for each write is a change of the parent; in lower case. */
export const lockingChildren = fact<readonly string[]>(
  ["microsoft.network/virtualnetworkgateways/natrules"],
  "https://learn.microsoft.com/azure/networking/troubleshoot-failed-state",
  "2026-11-26",
  "The page speaks of gateways that are being updated; of NAT rules it says nothing, so this is caution.",
);
