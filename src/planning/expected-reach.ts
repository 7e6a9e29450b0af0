import type { End } from "../model/connection-kind.ts";
import type { Expectation, ExpectedEnd } from "../model/expectation.ts";
import type { Intent } from "../model/intent.ts";
import type { Needs } from "../model/needs.ts";
import { keyOf } from "../model/resource-id.ts";
import { networkId } from "./build-networks.ts";
import type { Decided } from "./decide.ts";

/** What an intent promises: every connection that was decided delivers, and what is isolated does not reach. */
export function expectedReach(intent: Intent, decided: readonly Decided[]): readonly Expectation[] {
  const ends = new Map<string, ExpectedEnd>([
    ...intent.virtualNetworks.map((network) =>
      entryOf({ type: "virtualNetwork", name: network.name, network }),
    ),
    ...intent.sites.map((site) => entryOf({ type: "site", name: site.name, site })),
    ...intent.p2sUsers.map((users) => entryOf({ type: "p2sUsers", name: users.name, users })),
  ]);
  const isolated = intent.isolate.flatMap(({ between: [a, b], origin }): readonly Expectation[] => {
    const [from, to] = [ends.get(a.text), ends.get(b.text)];
    if (!from || !to) return [];
    return [{ from, to, reach: false, bothWays: true, flow: ANY, by: "isolate", origin }];
  });
  return [...decided.flatMap(expectedOf), ...isolated];
}

const ANY = { protocol: "*" } as const;

function entryOf(end: End): readonly [string, ExpectedEnd] {
  return [end.name, endOf(end)];
}

function expectedOf({ wish, decision }: Decided): readonly Expectation[] {
  if (decision.status === "impossible") return [];

  const [from, to] = [endOf(wish.ends[0]), endOf(wish.ends[1])];
  const { origin, needs } = wish;
  const needed = neededOf(needs, origin);
  return [{ from, to, reach: true, bothWays: true, flow: ANY, ...needed, by: "connection", origin }];
}

/** That what crosses the internet is encrypted is asked of every connection. */
function neededOf({ encryption, internet, bandwidth }: Needs, origin: Expectation["origin"]) {
  const isVouchedFor = encryption?.value === "byApplication";
  const value = encryption?.value === "betweenNetworks" ? encryption.value : ("acrossInternet" as const);
  return {
    ...(isVouchedFor ? {} : { encrypted: { value, origin: encryption?.origin ?? origin } }),
    ...(internet ? { internet } : {}),
    ...(bandwidth ? { atLeastMbps: { value: bandwidth.value.atLeastMbps, origin: bandwidth.origin } } : {}),
  };
}

function endOf(end: End): ExpectedEnd {
  switch (end.type) {
    case "virtualNetwork":
      return { name: end.name, nodes: [keyOf(networkId(end.network))] };
    case "site":
      return { name: end.name, nodes: [`site/${end.name.toLowerCase()}`] };
    case "p2sUsers":
      return { name: end.name, nodes: [`p2susers/${end.name.toLowerCase()}`] };
  }
}
