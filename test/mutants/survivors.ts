/** By rule, why nothing that a lab does depends on it. */
export const unseen: Readonly<Record<string, string>> = {
  "what has no ports meets no rule with ports":
    "a flow without ports is made with all of them, so both ask the same",
  // Whoever speaks with another number puts its own in front of the path, so what is heard from there is longer than the
  // empty path of one's own; and what is heard from inside comes after what is not.
  "one's own before what is heard":
    "the shorter path, and outside before inside, put one's own first without it",
  // Tunnels and siblings have tags of their own, and the ExpressRoute gateway tells of networks alone: what a circuit or an
  // appliance brought, a VPN gateway hears from a Route Server, which speaks with it on this same condition.
  "circuits reach tunnels with branch-to-branch alone":
    "without it no VPN gateway has a route with these tags",
};

/** By rule, why no recording shows it yet: each is a hole, to be closed by a lab, or by something more that is written down. */
export const holes: Readonly<Record<string, string>> = {};
