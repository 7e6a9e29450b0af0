/** Where gateways could stand, by trying every host for every network: slow, and plain. */
import type { GatewayDemand, HostProblem } from "../../src/planning/gateway-hosts/host-problem.ts";

/** Network and host, networks by name. */
export type Hosts = readonly (readonly [network: string, host: string])[];

export interface Judged {
  readonly hosts: Hosts;
  /** In ten-thousandths. */
  readonly units: number;
  readonly isKnown: boolean;
  readonly gateways: number;
  readonly added: number;
}

/** The best choice of all: parts that share no host in any legal choice are chosen apart. */
export function bestHosts(problem: HostProblem): Judged | undefined {
  const parts = partsByTrial(problem);
  const best = parts?.map((part) => bestOfPart(problem, part));
  if (!best || best.includes(undefined)) return undefined;
  return best.reduce<Judged>((a, b) => (b ? together(a, b) : a), {
    hosts: [],
    units: 0,
    isKnown: true,
    gateways: 0,
    added: 0,
  });
}

/** The cheapest of all choices that are priced, with nothing chosen apart. */
export function cheapestHosts(problem: HostProblem): Judged | undefined {
  return least(
    judgedHosts(problem, problem.demands).filter((one) => one.isKnown),
    byMonthly,
  );
}

export function fewestGateways(problem: HostProblem): Judged | undefined {
  return least(judgedHosts(problem, problem.demands), byGateways);
}

export function canBeMet(problem: HostProblem, ids: readonly string[]): boolean {
  return (
    judgedHosts(
      problem,
      problem.demands.filter(({ id }) => ids.includes(id)),
    ).length > 0
  );
}

/** Sentences that say which rule a choice breaks; none, if it is legal. */
export function brokenRules(problem: HostProblem, hosts: Hosts): readonly string[] {
  return faultsOf(problem, problem.demands, new Map(hosts));
}

function bestOfPart(problem: HostProblem, demands: readonly GatewayDemand[]): Judged | undefined {
  // Of choices that are legal for all: what others are bound to may close a host to this part.
  const networks = new Set(demands.map(({ network }) => network));
  const own = legalHosts(problem, problem.demands).map((hosts) =>
    hosts.filter(([name]) => networks.has(name)),
  );
  const all = own.flatMap((hosts) => judge(problem, demands, hosts) ?? []);
  const fewest = least(all, byGateways);
  if (!fewest || !fewest.isKnown) return fewest;
  return least(
    all.filter((one) => one.isKnown),
    byMonthly,
  );
}

function judgedHosts(problem: HostProblem, demands: readonly GatewayDemand[]): Judged[] {
  return legalHosts(problem, demands).flatMap((hosts) => judge(problem, demands, hosts) ?? []);
}

function legalHosts(problem: HostProblem, demands: readonly GatewayDemand[]): Hosts[] {
  const names = problem.networks.map(({ name }) => name).sort();
  const clients = [...new Set(demands.map(({ network }) => network))].sort();
  let all: Hosts[] = [[]];
  for (const client of clients)
    all = all.flatMap((hosts) =>
      names
        .filter((host) => host === client || peering(problem, client, host) !== undefined)
        .map((host): Hosts => [...hosts, [client, host]]),
    );
  return all.filter((hosts) => faultsOf(problem, demands, new Map(hosts)).length === 0);
}

function faultsOf(
  problem: HostProblem,
  demands: readonly GatewayDemand[],
  hosts: ReadonlyMap<string, string>,
): readonly string[] {
  const faults = demands
    .filter(({ via, network }) => via !== undefined && hosts.get(network) !== via)
    .map(({ id }) => `${id} does not go via the network that it names`);
  for (const { network } of demands) if (!hosts.has(network)) faults.push(`${network} has no host`);
  for (const [network, host] of hosts) {
    const client = problem.networks.find(({ name }) => name === network);
    const standing = problem.networks.find(({ name }) => name === host);
    if (network !== host && !peering(problem, network, host))
      faults.push(`${network} and ${host} do not peer`);
    if ((hosts.get(host) ?? host) !== host)
      faults.push(`${host} hosts ${network} and uses another's gateway`);
    if (client?.mustOwn && network !== host) faults.push(`${network} must have its own gateway`);
    if ((client?.fixedHost ?? host) !== host) faults.push(`${network} is bound to another host`);
    if ((standing?.fixedHost ?? host) !== host) faults.push(`${host} is bound to another host`);
    if (standing?.mayHost === false) faults.push(`${host} may not host`);
  }
  return faults;
}

function judge(problem: HostProblem, demands: readonly GatewayDemand[], hosts: Hosts): Judged | undefined {
  let sum: Judged = { hosts, units: 0, isKnown: true, gateways: 0, added: 0 };
  for (const host of new Set(hosts.map(([, name]) => name))) {
    const clients = hosts.filter(([, name]) => name === host).map(([network]) => network);
    const here = demands
      .filter(({ network }) => clients.includes(network))
      .sort((a, b) => (`${a.network} ${a.id}` < `${b.network} ${b.id}` ? -1 : 1));
    const price = problem.priceOf(host, here);
    if ("because" in price) return undefined;
    sum = {
      ...sum,
      units: sum.units + Math.round((price.monthly ?? 0) * 10_000),
      isKnown: sum.isKnown && price.isKnown,
      gateways: sum.gateways + (price.gateways ?? 1),
    };
  }
  for (const [network, host] of hosts) {
    const used = network === host ? undefined : peering(problem, network, host);
    if (!used || used.asked) continue;
    const price = used.price ?? { monthly: 0, isKnown: true };
    sum = {
      ...sum,
      units: sum.units + Math.round((price.monthly ?? 0) * 10_000),
      isKnown: sum.isKnown && price.isKnown,
      added: sum.added + 1,
    };
  }
  return sum;
}

/** Asked for before not, known before unknown, cheap before dear. */
function peering(problem: HostProblem, a: string, b: string) {
  return problem.peerings
    .filter(({ between: [x, y] }) => (x === a && y === b) || (x === b && y === a))
    .sort(
      (x, y) =>
        Number(y.asked) - Number(x.asked) ||
        Number(y.price?.isKnown ?? true) - Number(x.price?.isKnown ?? true) ||
        (x.price?.monthly ?? 0) - (y.price?.monthly ?? 0),
    )
    .at(0);
}

function partsByTrial(problem: HostProblem): GatewayDemand[][] | undefined {
  const legal = legalHosts(problem, problem.demands);
  if (legal.length === 0) return undefined;
  const groups: Set<string>[] = [];
  for (const [network, host] of legal.flat()) {
    const touched = groups.filter((group) => group.has(network) || group.has(host));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([network, host, ...touched.flatMap((group) => [...group])]));
  }
  return groups
    .map((group) => problem.demands.filter(({ network }) => group.has(network)))
    .filter((demands) => demands.length > 0);
}

function together(a: Judged, b: Judged): Judged {
  return {
    hosts: [...a.hosts, ...b.hosts].sort(([x], [y]) => (x < y ? -1 : 1)),
    units: a.units + b.units,
    isKnown: a.isKnown && b.isKnown,
    gateways: a.gateways + b.gateways,
    added: a.added + b.added,
  };
}

type Compare = (a: Judged, b: Judged) => number;

function byMonthly(a: Judged, b: Judged): number {
  return a.units - b.units || a.added - b.added || byNames(a, b);
}

function byGateways(a: Judged, b: Judged): number {
  return a.gateways - b.gateways || a.added - b.added || byNames(a, b);
}

function byNames(a: Judged, b: Judged): number {
  for (const [place, [, host]] of a.hosts.entries()) {
    const other = b.hosts[place]?.[1] ?? host;
    if (host !== other) return host < other ? -1 : 1;
  }
  return 0;
}

function least(all: readonly Judged[], compare: Compare): Judged | undefined {
  return all.length === 0 ? undefined : all.reduce((a, b) => (compare(b, a) < 0 ? b : a));
}
