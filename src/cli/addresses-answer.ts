import type { Design } from "../design.ts";
import { formatPrefix } from "../ip/index.ts";
import type { PlannedRange } from "../model/address-plan.ts";
import type { JsonObject } from "../source/index.ts";
import { freeIn, networkSpace, networksOf, poolSpaces } from "./address-spaces.ts";

/** The address plan for programs; with `only` that of one network, and no pools. */
export function addressesAnswer(design: Design, only: string | undefined): JsonObject {
  return {
    format: "isthmus/addresses",
    version: 1,
    virtualNetworks: networksOf(design, only).map((plan) => ({
      name: plan.network.name,
      ...(plan.network.region === undefined ? {} : { region: plan.network.region }),
      addressSpace: plan.addressSpace.map(rangeAnswer),
      subnets: plan.subnets.map(({ name, addressPrefixes }) => ({
        name,
        addressPrefixes: addressPrefixes.map(rangeAnswer),
      })),
      free: freeIn(networkSpace(plan)),
    })),
    ...(only === undefined && design.addresses.clientPools
      ? {
          clientPools: design.addresses.clientPools.map(({ users, addressSpace }) => ({
            users,
            addressSpace: addressSpace.map(rangeAnswer),
          })),
        }
      : {}),
    ...(only === undefined && design.addresses.natRanges
      ? {
          natRanges: design.addresses.natRanges.map(({ site, internal, addressSpace }) => ({
            site,
            internal,
            addressSpace: addressSpace.map(rangeAnswer),
          })),
        }
      : {}),
    pools: (only === undefined ? poolSpaces(design) : []).map((pool) => ({
      name: pool.name,
      free: freeIn(pool),
    })),
  };
}

function rangeAnswer({ prefix, from }: PlannedRange): JsonObject {
  return { addressPrefix: formatPrefix(prefix), from };
}
