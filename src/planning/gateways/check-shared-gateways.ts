import { vpnGatewayTransit } from "../../azure/vpn-gateway-bgp.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import type { GatewayPlan } from "./gateway-plan.ts";

/**
 * Pairs that must never reach each other and meet at one gateway: it serves every network behind it, and with BGP it
 * tells each site and each device of the other. That nobody asked for a connection between them holds nothing back.
 */
export function checkSharedGateways(intent: Intent, plan: GatewayPlan): readonly Diagnostic[] {
  if (intent.isolate.length === 0) return [];

  const networks = new Set(intent.virtualNetworks.map(({ name }) => name));
  const gateways = plan.facilities.flatMap((facility) =>
    "virtualNetwork" in facility.at
      ? [{ facility, ends: endsAt(facility, facility.at.virtualNetwork, plan) }]
      : [],
  );
  return intent.isolate.flatMap(({ between: [a, b], origin }): readonly Diagnostic[] => {
    const shared = gateways.find(({ ends }) => ends.has(a.text) && ends.has(b.text))?.facility;
    const inAzure = [a, b].filter(({ text }) => networks.has(text)).length;
    // Two networks that use one gateway do not reach each other by it: gateway transit leads out, and not across.
    if (!shared || a.text === b.text || inAzure === 2) return [];

    const isNamed = shared.demands.some(
      ({ usedBy }) => usedBy === `${a.text} - ${b.text}` || usedBy === `${b.text} - ${a.text}`,
    );
    const passesOn = inAzure === 1 || shared.demands.some(({ asks }) => asks.bgp === true);
    return passesOn && !isNamed ? [reached(a.text, b.text, shared, inAzure === 1, origin)] : [];
  });
}

function reached(
  a: string,
  b: string,
  { name }: SizedFacility,
  isInAzure: boolean,
  origin: Diagnostic["origin"],
): Diagnostic {
  const why = isInAzure
    ? "which joins all networks behind it with all that it reaches"
    : "which uses BGP and so tells each of the other";
  return {
    rule: "intent/isolated-connection",
    severity: "error",
    message: `${a} and ${b} are to be isolated, and both use ${name}, ${why}.`,
    origin,
    hint: isInAzure
      ? "Let one of them use another gateway."
      : `Let one of them use another gateway, or turn BGP off by settings: { bgp: false }. ${vpnGatewayTransit.value}`,
  };
}

/** Networks behind a gateway, and the sites and users that come in at it. */
function endsAt(
  { demands }: SizedFacility,
  host: string,
  { hosts, demandsOf }: GatewayPlan,
): ReadonlySet<string> {
  const users = new Set(demands.map(({ usedBy }) => usedBy));
  const wishes: readonly Wish[] = [...demandsOf.keys()].filter(
    ({ name, ends }) => users.has(name) && ends.some(({ type }) => type === "virtualNetwork"),
  );
  const names = wishes.flatMap(({ ends }) =>
    ends.flatMap(({ type, name }) =>
      type !== "virtualNetwork" || (hosts.get(name) ?? name) === host ? [name] : [],
    ),
  );
  return new Set([host, ...names]);
}
