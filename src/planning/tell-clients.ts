import { pointToSiteRouting } from "../azure/point-to-site.ts";
import { formatPrefix } from "../ip/index.ts";
import type { AddressPlan } from "../model/address-plan.ts";
import type { Reason } from "../model/decision.ts";
import type { Decided } from "./decide.ts";
import type { GatewayPlan } from "./gateways/gateway-plan.ts";

/** Decisions about users also say which routes their devices will be told, now that addresses are planned. */
export function tellClients(
  decided: readonly Decided[],
  { hosts }: GatewayPlan,
  { networks }: AddressPlan,
): readonly Decided[] {
  return decided.map((one) => {
    const network = one.wish.ends.find(({ type }) => type === "virtualNetwork")?.name;
    const hasUsers = one.wish.ends.some(({ type }) => type === "p2sUsers");
    const host = network === undefined ? undefined : hosts.get(network);
    if (!hasUsers || host === undefined || one.kind === undefined) return one;

    const told = networks.filter(({ network: { name } }) => name === host || hosts.get(name) === host);
    const ranges = told.flatMap(({ network: { name }, addressSpace }) =>
      addressSpace.map(({ prefix }) => `${formatPrefix(prefix)} of ${name}`),
    );
    const because = [...one.decision.because, ...reasons(ranges)];
    return { ...one, decision: { ...one.decision, because } };
  });
}

function reasons(ranges: readonly string[]): readonly Reason[] {
  const { source } = pointToSiteRouting;
  const most = ranges.length > 8 ? [...ranges.slice(0, 7), `${ranges.length - 7} more`] : ranges;
  return [
    {
      text: `Devices are told the routes to ${most.join(", ")}, and to sites that speak BGP with the gateway; of networks that do not use this gateway they hear nothing.`,
      source,
    },
    {
      text: "Windows keeps the routes of the profile that it has: give out a new one when they change.",
      source,
    },
  ];
}
