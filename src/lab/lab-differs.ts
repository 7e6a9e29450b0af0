/** Where every lab is not what it is made after: each a sentence, for the guide. What one lab alone leaves out, its plan says. */
export const labDiffers: readonly string[] = [
  "There is no IPv6: ranges, routes and sessions of that family are left out.",
  "There is no internet and no public service: what leads there ends.",
  "Filters are told what the service tag VirtualNetwork holds when routers have come to rest after `up`, `fail` and `heal`, from the kernel's own tables; not when a program dies by itself. Exported labs are told once.",
  "Private ranges that Azure sends nowhere while there is no default route (10.0.0.0/8 and the like) are left out of a table that may learn both a default route and something between the two in length: `lab up` says which.",
  "A link that fails loses its carrier at both ends at once, and routers are told; in Azure a silent failure is noticed when the hold time is over.",
  "Users of a VPN client are told routes by BGP from their gateway, as soon as they change, and lose at once those of a peering that fails; Azure's clients get theirs with the profile and have to connect anew.",
  "One ping is one packet each way: that a stateful device sees only one of two ways, it cannot show.",
  "Rates and latency are those of the machine that the lab runs on.",
];
