import { type Prefix, parsePrefix } from "../ip/index.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { propertyOf, textOf, textsOf, valueAt } from "../model/properties.ts";
import type { ResourceId } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Gap, Layer, Row } from "../model/topology.ts";
import { isList, type Value } from "../model/unknown.ts";
import type { Subnet } from "../model/virtual-network.ts";
import { notModelled } from "./gap.ts";
import { defaultLayer } from "./layer.ts";
import { perEstate } from "./per-estate.ts";

/** What Azure put there for a subnet's service endpoints, as somebody has seen it: `{ <service>: [ranges] }`. */
const observedPrefixes = perEstate(
  ({ estate }): ReadonlyMap<ResourceId, Value> =>
    new Map(
      estate.observed
        .filter(({ name }) => name === "serviceEndpointPrefixes")
        .map(({ resource, value }) => [keyOf(resource), value]),
    ),
);

/** Routes that nothing overrides; `undefined` where there are none, or nobody has seen them. */
export function serviceEndpointLayer(subnet: Subnet, estate: EstateIndex): Layer | undefined {
  const services = servicesOf(subnet);
  if (services.length === 0) return undefined;

  const key = keyOf(subnet.resource.id);
  const rows = services.flatMap((service) =>
    prefixesOf(service, key, estate).map((prefix) => rowTo(service, prefix, subnet)),
  );
  return rows.length === 0
    ? undefined
    : defaultLayer(`${key}/serviceendpointroutes`, rows, { shields: true, final: true });
}

/** One for each service whose ranges only Azure knows. */
export function serviceEndpointGaps(subnet: Subnet, estate: EstateIndex): readonly Gap[] {
  const services = servicesOf(subnet);
  if (services.length === 0) return [];

  const key = keyOf(subnet.resource.id);
  return services
    .filter((service) => prefixesOf(service, key, estate).length === 0)
    .map((service) =>
      notModelled(
        subnet.resource,
        `${subnet.name} reaches ${service} by a service endpoint, past every other route; its ranges are Azure's and not in the estate`,
      ),
    );
}

function rowTo(service: string, prefix: Prefix, { resource }: Subnet): Row {
  return {
    prefix,
    nextHop: { to: "service", name: service },
    nextHopType: "VirtualNetworkServiceEndpoint",
    nextHopIpAddresses: [],
    needs: [],
    origin: resource.origin,
  };
}

function prefixesOf(service: string, subnetKey: ResourceId, estate: EstateIndex): readonly Prefix[] {
  const ranges = valueAt(observedPrefixes(estate).get(subnetKey), [service]);
  return textsOf(ranges).flatMap((text) => parsePrefix(text) ?? []);
}

function servicesOf({ resource }: Subnet): readonly string[] {
  const endpoints = propertyOf(resource, "serviceEndpoints");
  return isList(endpoints) ? endpoints.flatMap((value) => textOf(valueAt(value, ["service"])) ?? []) : [];
}
