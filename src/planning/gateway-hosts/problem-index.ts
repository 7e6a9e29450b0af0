import type { Refusal } from "../../model/connection-kind.ts";
import { compareNames } from "./compare-names.ts";
import type {
  AllowedPeering,
  GatewayDemand,
  GatewayPrice,
  HostNetwork,
  HostProblem,
  Price,
} from "./host-problem.ts";

/** The problem, looked up instead of searched, and independent of the order that it came in. */
export interface ProblemIndex {
  readonly networks: ReadonlyMap<string, HostNetwork>;
  readonly peers: ReadonlyMap<string, ReadonlyMap<string, Peer>>;
  /** By id. */
  readonly demands: readonly IndexedDemand[];
  ask(host: string, demands: readonly IndexedDemand[]): GatewayPrice | Refusal;
}

export interface IndexedDemand extends GatewayDemand {
  readonly index: number;
}

/** `added` is the price of a peering that nobody asked for; absent where somebody did. */
export interface Peer {
  readonly added?: Price;
}

const FREE: Price = { monthly: 0, isKnown: true };

/** Larger sets come up too rarely twice to be worth their keys. */
const LONGEST_REMEMBERED = 24;

export function indexProblem<D extends GatewayDemand>(problem: HostProblem<D>): ProblemIndex {
  const ordered = [...problem.demands].sort((a, b) => compareNames(a.id, b.id));
  const answers = new Map<string, GatewayPrice | Refusal>();

  function ask(host: string, demands: readonly IndexedDemand[]): GatewayPrice | Refusal {
    const original = () =>
      demands.flatMap(({ index }) => {
        const demand = ordered[index];
        return demand === undefined ? [] : [demand];
      });
    if (demands.length > LONGEST_REMEMBERED) return problem.priceOf(host, original());
    const key = `${demands.map(({ index }) => index).join()} ${host}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = problem.priceOf(host, original());
    answers.set(key, answer);
    return answer;
  }

  return {
    networks: new Map(problem.networks.map((network) => [network.name, network])),
    peers: peersByName(problem.peerings),
    demands: ordered.map(({ id, network, via }, index) => ({
      id,
      network,
      index,
      ...(via === undefined ? {} : { via }),
    })),
    ask,
  };
}

function peersByName(peerings: readonly AllowedPeering[]): Map<string, Map<string, Peer>> {
  const peers = new Map<string, Map<string, Peer>>();
  for (const peering of peerings) {
    const [a, b] = peering.between;
    const peer: Peer = peering.asked ? {} : { added: peering.price ?? FREE };
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const peersOf = peers.get(from) ?? new Map<string, Peer>();
      const before = peersOf.get(to);
      if (!before || isCheaper(peer, before)) peersOf.set(to, peer);
      peers.set(from, peersOf);
    }
  }
  return peers;
}

/** Of two peerings between the same networks: the one asked for, then a known price, then the lower one. */
function isCheaper({ added: a }: Peer, { added: b }: Peer): boolean {
  if (!b) return false;
  if (!a) return true;
  if (a.isKnown !== b.isKnown) return a.isKnown;
  return (a.monthly ?? 0) < (b.monthly ?? 0);
}
