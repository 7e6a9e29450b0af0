import type { LabHost } from "./lab-plan.ts";
import type { Holder } from "./run/holder.ts";
import { runInLab } from "./run/in-lab.ts";

export interface HostPair {
  readonly from: LabHost;
  readonly to: LabHost;
}

export interface Pinged extends HostPair {
  readonly answers: boolean;
}

/** How many run at once: each is a process, and waits for most of its life. */
const AT_ONCE = 600;

/** All ordered pairs of two that are not one. */
export function allPairs(hosts: readonly LabHost[]): readonly HostPair[] {
  return hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => ({ from, to })));
}

/**
 * Asks for each pair whether a packet comes there and its answer back. `patienceSeconds` is how long those are asked
 * again that do not answer; with 0 they are asked once.
 */
export async function pingPairs(
  holder: Holder,
  pairs: readonly HostPair[],
  patienceSeconds: number,
): Promise<readonly Pinged[]> {
  const answered: Pinged[] = [];
  for (let at = 0; at < pairs.length; at += AT_ONCE)
    answered.push(...(await pingTogether(holder, pairs.slice(at, at + AT_ONCE), patienceSeconds)));
  return answered;
}

async function pingTogether(
  holder: Holder,
  pairs: readonly HostPair[],
  patienceSeconds: number,
): Promise<readonly Pinged[]> {
  const bySender = new Map<LabHost, string[]>();
  for (const { from, to } of pairs) bySender.set(from, [...(bySender.get(from) ?? []), to.address]);

  const answers = new Map<LabHost, ReadonlySet<string>>();
  await Promise.all(
    [...bySender].map(async ([from, addresses]) => {
      const { stdout } = await runInLab(holder, ["sh", "-c", pingScript(from, addresses, patienceSeconds)], {
        namespace: from.namespace,
      });
      answers.set(from, new Set(stdout.trim().split("\n")));
    }),
  );
  return pairs.map((pair) => ({ ...pair, answers: answers.get(pair.from)?.has(pair.to.address) ?? false }));
}

/** Says the addresses that answer. A second is long in a lab, so nothing waits longer. */
function pingScript({ address }: LabHost, addresses: readonly string[], patienceSeconds: number): string {
  return `
    end=$(($(date +%s) + ${patienceSeconds}))
    ask() {
      while ! ping -n -q -c1 -W1 -I ${address} "$1" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt $end ] || return
        sleep 0.1
      done
      echo "$1"
    }
    for one in ${addresses.join(" ")}; do ask "$one" & done
    wait
  `;
}
