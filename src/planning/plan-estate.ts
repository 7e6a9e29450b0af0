import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { AddressPlan } from "../model/address-plan.ts";
import type { ConnectionKind } from "../model/connection-kind.ts";
import type { Estate } from "../model/estate.ts";
import type { FacilityType } from "../model/facility-type.ts";
import type { Intent } from "../model/intent.ts";
import { emptyLock, type Lock } from "../model/lock.ts";
import type { Meter } from "../model/meter.ts";
import { planAddresses } from "./addresses/plan-addresses.ts";
import { buildEstate } from "./build-estate.ts";
import { withoutSameIds } from "./check-ids.ts";
import { checkIsolation } from "./check-isolation.ts";
import { withClientPools, withoutClientPools } from "./client-pools.ts";
import { type Decided, decide, type Forbidden } from "./decide.ts";
import { expandConnections } from "./expand-connections.ts";
import type { Price } from "./gateway-hosts/host-problem.ts";
import { addGatewaySubnets } from "./gateways/add-gateway-subnets.ts";
import { addTransitPeerings } from "./gateways/add-transit-peerings.ts";
import { checkSharedGateways } from "./gateways/check-shared-gateways.ts";
import type { GatewayPlan } from "./gateways/gateway-plan.ts";
import { planGateways } from "./gateways/plan-gateways.ts";
import { tellGateways } from "./gateways/tell-gateways.ts";
import { withoutGateways } from "./gateways/without-gateways.ts";
import { keepDecisions } from "./keep-decisions.ts";
import { natRangesOf, withNatRanges, withoutNatRanges } from "./nat-ranges.ts";
import { nextLock } from "./next-lock.ts";
import { tellClients } from "./tell-clients.ts";
import { tellNatRanges } from "./tell-nat-ranges.ts";
import { checkRelays } from "./transit/check-relays.ts";
import { tellTransits } from "./transit/tell-transits.ts";

/** What planning is given from elsewhere. */
export interface PlanningMeans {
  readonly kinds: readonly ConnectionKind[];
  readonly facilityTypes: readonly FacilityType[];
  readonly priceOf: (meters: readonly Meter[]) => Price;
  /** Kinds to take for some wishes, by the wish's name, where they meet every need: to see what that comes to. */
  readonly preferred?: ReadonlyMap<string, string>;
  /** Kinds that some wishes must not take, for the design with them did not hold what it promised. */
  readonly forbidden?: Forbidden;
}

export interface Plan {
  readonly estate: Estate;
  readonly decided: readonly Decided[];
  readonly gateways: GatewayPlan;
  readonly addresses: AddressPlan;
  readonly lock: Lock;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * From what was asked to resources: which way each connection goes, where gateways stand and how large they are, which
 * addresses, and what Azure is told.
 */
export function planEstate(whole: Intent, means: PlanningMeans, lock: Lock, reconsider: boolean): Plan {
  const { kinds, facilityTypes, priceOf } = means;
  const { intent, diagnostics: same } = withoutSameIds(whole);
  const { wishes, diagnostics: unread } = expandConnections(intent);
  const first = wishes.map((wish) =>
    decide(wish, kinds, intent.prefer, means.preferred?.get(wish.name), means.forbidden?.get(wish.name)),
  );
  const kept = reconsider ? emptyLock(lock.file) : lock;
  const gateways = planGateways(intent, first, {
    facilityTypes,
    priceOf,
    keptHosts: kept.hosts,
    keptSizes: kept.sizes,
  });
  const told = tellGateways(addTransitPeerings(first, gateways, intent, kinds), gateways, intent);
  const withGateways = withoutGateways(tellTransits(told, gateways), gateways);

  const { intent: roomy, diagnostics: crowded } = addGatewaySubnets(intent, gateways.facilities);
  const { plan, diagnostics: unplanned } = planAddresses(
    withNatRanges(withClientPools(roomy, gateways.facilities), gateways.facilities, lock),
    lock,
    reconsider,
  );
  const withRanges = tellNatRanges(withGateways, natRangesOf(intent, withoutNatRanges(plan)));
  const decided = tellClients(withRanges, gateways, withoutClientPools(plan));
  const estate = buildEstate(roomy, plan, gateways, facilityTypes, decided);

  return {
    estate,
    decided,
    gateways,
    addresses: withoutNatRanges(withoutClientPools(plan)),
    lock: nextLock(lock, plan, decided, gateways),
    diagnostics: [
      ...same,
      ...unread,
      ...decided.flatMap(({ diagnostics }) => diagnostics),
      ...checkIsolation(intent, decided),
      ...checkSharedGateways(intent, gateways),
      ...checkRelays(intent, decided, gateways),
      ...keepDecisions(decided, lock, kinds, reconsider),
      ...gateways.diagnostics,
      ...crowded,
      ...unplanned,
    ],
  };
}
