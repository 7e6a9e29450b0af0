import type { ProviderRouter } from "../model/estate.ts";
import { EXPRESS_ROUTE_CIRCUIT } from "../model/express-route-circuit.ts";
import type { CircuitIntent, Intent, SiteIntent } from "../model/intent.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import { placeOf } from "./place-of.ts";
import { type CircuitsCarry, tunnelEndsOf } from "./private-tunnels.ts";

/** At the far end of each circuit that is built, or referred to, for a site: how the site and Azure hear each other. */
export function providerRoutersOf(
  intent: Intent,
  resources: Iterable<Resource>,
  carry: ReadonlyMap<string, CircuitsCarry>,
): readonly ProviderRouter[] {
  const circuits = new Map(
    [...resources]
      .filter(({ type }) => type === EXPRESS_ROUTE_CIRCUIT)
      .map((resource) => [placeOf(resource.origin), resource]),
  );
  const names = new Set<string>();
  return intent.sites.flatMap((site) =>
    site.circuits.flatMap((circuit) => {
      const resource = circuits.get(placeOf(circuit.origin));
      const isForTunnels = carry.get(site.name) === "tunnelsAlone";
      return resource
        ? [
            {
              ...routerOf(site, circuit, resource, names),
              ...(isForTunnels ? { advertises: tunnelEndsOf(site) } : {}),
            },
          ]
        : [];
    }),
  );
}

/** It speaks with the number of the site's own routers, as far as anybody has said one. */
function routerOf(
  site: SiteIntent,
  { origin }: CircuitIntent,
  { id, name }: Resource,
  names: Set<string>,
): ProviderRouter {
  const asn = site.vpnDevices.find((device) => device.asn !== undefined)?.asn;
  return {
    name: freeName([`${name}-router`, `${site.name}-${name}-router`], names),
    ...(asn === undefined ? {} : { asn }),
    circuits: [keyOf(id)],
    site: site.name,
    origin,
  };
}

/** Circuits that exist may have one name in two resource groups. */
function freeName(wanted: readonly string[], names: Set<string>): string {
  const [last = ""] = wanted.slice(-1);
  let name = wanted.find((one) => !names.has(one.toLowerCase())) ?? last;
  for (let count = 2; names.has(name.toLowerCase()); count++) name = `${last}-${count}`;
  names.add(name.toLowerCase());
  return name;
}
