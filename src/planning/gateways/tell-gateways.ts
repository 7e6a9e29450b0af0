import type { ConnectionKind } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Intent } from "../../model/intent.ts";
import type { Decided } from "../decide.ts";
import { kindsOf } from "../with-backup.ts";
import type { GatewayPlan } from "./gateway-plan.ts";
import { facilityKey } from "./size-facilities.ts";

/** Decisions that also say through which gateway, of which size, and why. */
export function tellGateways(
  decided: readonly Decided[],
  plan: GatewayPlan,
  intent: Intent,
): readonly Decided[] {
  if (plan.facilities.length === 0) return decided;

  const byKey = new Map(
    plan.facilities.map((facility) => [facilityKey(facility.facility, facility.at), facility]),
  );
  const hostOf = (network: string) => plan.hosts.get(network) ?? network;
  return decided.map((one) => {
    const gatewaysOf = (kind: ConnectionKind) =>
      (kind.demands?.(one.wish, hostOf) ?? []).flatMap(
        ({ facility, at }) => byKey.get(facilityKey(facility, at)) ?? [],
      );
    const used = [...new Set(kindsOf(one).flatMap(gatewaysOf))];
    if (used.length === 0) return one;

    const paths = one.decision.paths.map((path, index) => {
      const kind = kindsOf(one)[index];
      const [gateway] = kind ? gatewaysOf(kind) : [];
      const circuits = kind ? gatewaysOf(kind).filter(({ at }) => "site" in at) : [];
      const host = gateway && hostAway(one, gateway);
      return {
        ...path,
        ...(gateway ? { sku: gateway.sku } : {}),
        ...(host === undefined ? {} : { via: host }),
        ...(circuits.length === 0 ? {} : { circuit: circuits.map(({ name }) => name).join(", ") }),
      };
    });
    const away = used.flatMap((gateway) => hostAway(one, gateway) ?? []);
    const because = [
      ...one.decision.because,
      ...[...new Set(away)].map((host) => through(one, host)),
      ...used.flatMap((gateway) => [...reasonsOf(gateway), ...inExisting(gateway, intent)]),
    ];
    const { via, sku } = paths.find(({ kind }) => kind === one.decision.kind) ?? {};
    const first = { ...(via === undefined ? {} : { via }), ...(sku === undefined ? {} : { sku }) };
    return { ...one, decision: { ...one.decision, ...first, paths, because } };
  });
}

/** The network that holds the gateway, where it is neither end. */
function hostAway({ decision }: Decided, { at }: SizedFacility): string | undefined {
  const host = "virtualNetwork" in at ? at.virtualNetwork : undefined;
  return host === undefined || decision.between.includes(host) ? undefined : host;
}

function through({ decision }: Decided, host: string): Reason {
  return { text: `${decision.between.join(" and ")} go through the gateway of ${host}, by gateway transit.` };
}

function reasonsOf({ title, sku, because, name }: SizedFacility): readonly Reason[] {
  return [{ text: `${name}: ${title} ${sku}.` }, ...because];
}

/** A network takes one gateway of a type, and only a person knows whether one stands there. */
function inExisting({ at, title, name }: SizedFacility, { virtualNetworks }: Intent): readonly Reason[] {
  const host = "virtualNetwork" in at ? at.virtualNetwork : undefined;
  const network = virtualNetworks.find((one) => one.name === host && one.existing !== undefined);
  if (!network) return [];
  const text = `${network.name} exists already, and ${name} is new in it: where it has a ${title} of its own, Azure refuses a second one.`;
  return [{ text: text.replace(/\ba (?=[AEIO])/, "an ") }];
}
