import type { Analysis } from "../analyse.ts";
import type { Design } from "../design.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Prefix } from "../ip/index.ts";
import type { NetworkPlan } from "../model/address-plan.ts";
import type { Decision } from "../model/decision.ts";
import type { Estate } from "../model/estate.ts";
import { indexEstate } from "../model/estate-index.ts";
import { keyOf } from "../model/resource-id.ts";
import { allVirtualNetworks, subnetsOf } from "../model/virtual-network.ts";
import { networkId } from "../planning/build-networks.ts";
import { notCounted, type TypeCount } from "../prices/not-counted.ts";

/** What maps and reports are of: an estate and what is known of it, wherever it came from. */
export interface Subject extends Pick<Analysis, "connections" | "price"> {
  readonly name: string;
  readonly description?: string;
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
  /** Keys of the networks that a person called hubs. */
  readonly namedHubs: ReadonlySet<string>;
  readonly addresses: Addresses;
  /** What its price leaves out, as it joins no networks. */
  readonly notCounted: readonly TypeCount[];
  /** Why its connections are as they are; absent where nobody decided here. */
  readonly decisions?: readonly Decision[];
}

export interface Addresses {
  /** What is divided, and what for: larger ranges first. */
  readonly spaces: readonly { readonly prefix: Prefix; readonly region?: string }[];
  readonly regionBlocks: readonly { readonly prefix: Prefix; readonly region: string }[];
  readonly networks: readonly NetworkRanges[];
  /** Ranges of what is no network: pools of clients, translations. */
  readonly others: readonly { readonly name: string; readonly ranges: readonly NamedRange[] }[];
}

export interface NetworkRanges {
  readonly name: string;
  /** As ARM spells it; `undefined` where it is not known. */
  readonly region: string | undefined;
  /** `existing`, `role: hub`. */
  readonly notes: readonly string[];
  readonly ranges: readonly NamedRange[];
  readonly subnets: readonly { readonly name: string; readonly ranges: readonly NamedRange[] }[];
}

export interface NamedRange {
  readonly prefix: Prefix;
  /** Who chose it, where that is known. */
  readonly from?: string;
}

export function subjectOfDesign(design: Design): Subject {
  const { intent, addresses } = design;
  const hubs = intent.virtualNetworks.filter(({ role }) => role === "hub");
  return {
    ...design,
    name: intent.name,
    ...(intent.description === undefined ? {} : { description: intent.description }),
    notCounted: [],
    namedHubs: new Set(hubs.map((network) => keyOf(networkId(network)))),
    addresses: {
      spaces: intent.pools,
      regionBlocks: addresses.regionBlocks,
      networks: addresses.networks.map(rangesOfPlan),
      others: [
        ...(addresses.clientPools ?? []).map(({ users, addressSpace }) => ({
          name: users,
          ranges: addressSpace,
        })),
        ...(addresses.natRanges ?? []).map(({ site, addressSpace }) => ({
          name: site,
          ranges: addressSpace,
        })),
      ],
    },
  };
}

function rangesOfPlan({ network, addressSpace, subnets }: NetworkPlan): NetworkRanges {
  return {
    name: network.name,
    region: network.region,
    notes: [
      ...(network.existing === undefined ? [] : ["existing"]),
      ...(network.role === "hub" ? ["role: hub"] : []),
    ],
    ranges: addressSpace,
    subnets: subnets.map(({ name, addressPrefixes }) => ({ name, ranges: addressPrefixes })),
  };
}

/** Networks that exist, and of which nobody here knows the reasons. */
export function subjectOfEstate(
  name: string,
  estate: Estate,
  { connections, price }: Pick<Analysis, "connections" | "price">,
  diagnostics: readonly Diagnostic[],
): Subject {
  const index = indexEstate(estate);
  const networks = allVirtualNetworks(index).map(
    (network): NetworkRanges => ({
      name: network.name,
      region: network.region,
      notes: [
        ...(network.resource.existing === true ? ["existing"] : []),
        ...(network.addressSpaceIsKnown ? [] : ["addresses not known"]),
      ],
      ranges: known(network.addressSpace),
      subnets: subnetsOf(network, index).map((subnet) => ({
        name: subnet.name,
        ranges: known(subnet.addressPrefixes),
      })),
    }),
  );
  return {
    name,
    estate,
    connections,
    price,
    diagnostics,
    notCounted: notCounted(index),
    namedHubs: new Set(),
    addresses: { spaces: [], regionBlocks: [], networks, others: [] },
  };
}

function known(ranges: readonly { readonly prefix: Prefix | undefined }[]): readonly NamedRange[] {
  return ranges.flatMap(({ prefix }) => (prefix ? [{ prefix }] : []));
}
