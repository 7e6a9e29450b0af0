import type { EstateIndex } from "../model/estate-index.ts";
import { privateAddressesOf } from "./private-addresses.ts";

/** Where appliances stand that put their own address in place of the sender's: answers find them without a route. */
export function sourceNatAddresses(estate: EstateIndex): ReadonlySet<string> {
  return new Set(
    estate.estate.appliances
      .filter((appliance) => appliance.sourceNat)
      .flatMap((appliance) => estate.find(appliance.resource) ?? [])
      .flatMap(privateAddressesOf),
  );
}
