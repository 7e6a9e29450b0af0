/** Where every lab is not what it is made after: each a sentence, for the guide. What one lab alone leaves out, its plan says. */
export const labDiffers: readonly string[] = [
  "There is no IPv6: ranges, routes and sessions of that family are left out.",
  "There is no internet and no public service: what leads there ends.",
  "The service tag VirtualNetwork is written down once: what the subnet's own routes lead to, and all that any router could tell of. Azure looks at what is learned at the moment.",
  "A link that fails loses its carrier at both ends at once, and routers are told; in Azure a silent failure is noticed when the hold time is over.",
  "A range that a peering brings stays closed to what gateways tell of it while that peering is down; the prediction lets it in.",
  "Users of a VPN client are told routes by BGP from their gateway, as soon as they change; Azure's clients get theirs with the profile and have to connect anew.",
  "One ping is one packet each way: that a stateful device sees only one of two ways, it cannot show.",
  "Rates and latency are those of the machine that the lab runs on.",
];
