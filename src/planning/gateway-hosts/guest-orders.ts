import { including } from "./including.ts";
import type { BlockWeight } from "./measure.ts";
import type { Part } from "./split-parts.ts";

/** By host: its guests, first those that weigh most elsewhere. */
export function guestOrders({ clients, hosts }: Part, weightOf: BlockWeight): number[][] {
  const singles = clients.map(({ options }, client) =>
    options.map(({ at }) => {
      const self = hosts[at]?.self;
      return { at, weight: weightOf(at, including([client], self === undefined ? [] : [self])) };
    }),
  );
  return hosts.map(({ guests }, host) => {
    const elsewhere = (client: number) =>
      Math.min(...(singles[client] ?? []).flatMap(({ at, weight }) => (at === host ? [] : [weight])));
    return guests
      .map((client) => ({ client, weight: elsewhere(client) }))
      .sort((a, b) => (a.weight === b.weight ? a.client - b.client : b.weight > a.weight ? 1 : -1))
      .map(({ client }) => client);
  });
}
