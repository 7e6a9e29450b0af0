import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { AddressPlan } from "../model/address-plan.ts";
import type { ConnectionKind, PlannedNetworks } from "../model/connection-kind.ts";
import { type Estate, emptyEstate } from "../model/estate.ts";
import type { Intent } from "../model/intent.ts";
import type { Lock } from "../model/lock.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { planAddresses } from "./addresses/plan-addresses.ts";
import { buildNetworks, networkId } from "./build-networks.ts";
import { withoutSameIds } from "./check-ids.ts";
import { checkIsolation } from "./check-isolation.ts";
import { type Decided, decide } from "./decide.ts";
import { expandConnections } from "./expand-connections.ts";
import { keepDecisions } from "./keep-decisions.ts";
import { nextLock } from "./next-lock.ts";

export interface Plan {
  readonly estate: Estate;
  readonly decided: readonly Decided[];
  readonly addresses: AddressPlan;
  readonly lock: Lock;
  readonly diagnostics: readonly Diagnostic[];
}

/** From what was asked to resources: which way each connection goes, which addresses, and what Azure is told. */
export function planEstate(
  whole: Intent,
  kinds: readonly ConnectionKind[],
  lock: Lock,
  reconsider: boolean,
): Plan {
  const { intent, diagnostics: same } = withoutSameIds(whole);
  const { wishes, diagnostics: unread } = expandConnections(intent);
  const decided = wishes.map((wish) => decide(wish, kinds, intent.prefer));
  const { plan: addresses, diagnostics: unplanned } = planAddresses(intent, lock, reconsider);
  const estate = buildEstate(intent, addresses, decided);

  return {
    estate,
    decided,
    addresses,
    lock: nextLock(lock, addresses, decided),
    diagnostics: [
      ...same,
      ...unread,
      ...decided.flatMap(({ diagnostics }) => diagnostics),
      ...checkIsolation(intent, decided),
      ...keepDecisions(decided, lock, kinds, reconsider),
      ...unplanned,
    ],
  };
}

function buildEstate(intent: Intent, addresses: AddressPlan, decided: readonly Decided[]): Estate {
  const resources = new Map<string, Resource>();
  const add = (resource: Resource) => resources.set(keyOf(resource.id), resource);
  for (const resource of buildNetworks(addresses)) add(resource);

  const ids = new Map(intent.virtualNetworks.map((network) => [network.name, keyOf(networkId(network))]));
  const networks: PlannedNetworks = {
    resourceOf(name) {
      const resource = resources.get(ids.get(name) ?? "");
      if (!resource) throw new Error(`no network ${name} was built`);
      return resource;
    },
  };
  for (const { wish, kind } of decided)
    for (const resource of kind?.build?.(wish, networks) ?? []) add(resource);

  return {
    ...emptyEstate,
    resources,
    sites: intent.sites.map((site) => ({
      name: site.name,
      ...(site.description === undefined ? {} : { description: site.description }),
      addressPrefixes: site.addressSpace.map(({ text }) => text),
      vpnDevices: [],
      origin: site.origin,
    })),
    p2sUsers: intent.p2sUsers.map((users) => ({
      name: users.name,
      ...(users.description === undefined ? {} : { description: users.description }),
      count: users.count,
      maxConcurrent: users.maxConcurrent,
      os: users.os,
      ...(users.authentication === undefined ? {} : { authentication: users.authentication }),
      vpnClientAddressPool: users.addressPool.map(({ text }) => text),
      localNetworks: users.localNetworks.map(({ text }) => text),
      origin: users.origin,
    })),
    coverage: {
      complete: intent.virtualNetworks
        .filter((network) => network.existing === undefined)
        .map((network) => keyOf(networkId(network))),
      absent: [],
      passedOver: [],
    },
  };
}
