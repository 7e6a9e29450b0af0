import type { Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";

/** What else Azure has for those who ask for encryption. It is named, and never counted. */
export function notesOnVnetToVnet({ needs }: Wish): readonly Reason[] {
  if (needs.encryption?.value !== "betweenNetworks") return [];
  return [
    {
      text: "Azure also offers virtual network encryption, which is a property of the networks and no connection. Under which conditions it encrypts was not read for this version and is not known to Isthmus, so it is not counted as proof: see the page.",
      source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
    },
  ];
}
