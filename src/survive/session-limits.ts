import type { Estate } from "../model/estate.ts";
import { sameType } from "../model/resource.ts";
import type { Topology } from "../model/topology.ts";
import { textsIn } from "./mentions.ts";

/** Whether the networks that were left out could take a session over its limit, which those that are left do not. */
export function couldMeetLimit({ sessions }: Topology, estate: Estate): boolean {
  const limits = [...sessions.values()].flatMap(({ ends }) =>
    ends.flatMap(({ learns }) => learns.limit?.routes ?? []),
  );
  if (limits.length === 0) return false;
  const networks = [...estate.resources.values()].filter(({ type }) =>
    sameType(type, "Microsoft.Network/virtualNetworks"),
  );
  const gateways = [...estate.resources.values()].filter(({ type }) =>
    sameType(type, "Microsoft.Network/localNetworkGateways"),
  );
  const { sites, p2sUsers, providerRouters, appliances } = estate;
  const said = [
    ...[...networks, ...gateways].flatMap(({ properties }) => textsIn(properties)),
    ...textsIn({ sites, p2sUsers, providerRouters, appliances }),
  ];
  const ranges = new Set(said.filter((text) => text.includes("/") && !text.startsWith("/")));
  return ranges.size > Math.min(...limits);
}
