/** By rule, why nothing that a lab does depends on it. */
export const unseen: Readonly<Record<string, string>> = {
  "a default route to the internet leaves rows to nowhere":
    "a lab has no internet: both ways lead to nowhere",
  "what has no ports meets no rule with ports":
    "a flow without ports is made with all of them, so both ask the same",
};

/** By rule, why no recording shows it yet: each is a hole, to be closed by a lab, or by something more that is written down. */
export const holes: Readonly<Record<string, string>> = {
  "local preference at all": "weights decide in all recorded estates",
  "one's own before what is heard":
    "no recorded gateway has a static route for what it also hears with one weight",
  "an edge replaces the gateways' number": "no recorded circuit has two networks",
  "an edge replaces its neighbour's number": "no recorded circuit has two networks",
  "a link that is broken by itself": "packets ask again where they cross it",
  "nobody behind a load balancer who is down": "nobody pings a load balancer: it is no host of a lab",
  "who answers behind a load balancer answers as it": "nobody pings a load balancer: it is no host of a lab",
  "learned routes lead to no appliance": "no recorded route leads to an appliance behind a gateway",
  "only instances that are up": "the routes of an instance go with it before packets ask",
  "all instances": "all recorded instances lead to the same end, and tables are read before packets ask",
  "an interface that is down answers nothing": "its answer would begin where nothing is up",
  "a broken peering has no rows": "its link is broken, too, and leads nowhere in tables either",
  "the default of allowForwardedTraffic": "the recorded lab whose half does not say it does not depend on it",
  useRemoteGateways: "no recorded peering leaves a gateway unused",
  "own ranges are refused": "nobody in a recorded estate tells a gateway its network's own ranges",
  "circuits reach tunnels with branch-to-branch alone":
    "the tags are on no session that is recorded without it",
  "networks are refused over circuits":
    "nobody in a recorded estate tells a network its own ranges over a circuit",
};
