import { pointToSiteRouting } from "../../azure/point-to-site.ts";
import { createPrefixTable, parsePrefix } from "../../ip/index.ts";
import type { Observation } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { textsOf } from "../../model/properties.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { isList } from "../../model/unknown.ts";
import {
  allVpnClientConfigurations,
  usersOf,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";
import { originWithin } from "../../source/origin.ts";
import { rangesBehindGateway } from "../networks-behind-gateway.ts";

/** What somebody observed of a profile: the `Routes` of `Generic/VpnSettings.xml` in it. */
const PROFILE_ROUTES = "profileRoutes";

export const missingProfileRoute: Rule = {
  id: "vpn-client-configuration/missing-profile-route",
  severity: "warning",
  summary: "The profile that Windows users have lists all networks that the gateway leads to by now.",
  source: pointToSiteRouting.source,

  *check(estate) {
    for (const configuration of allVpnClientConfigurations(estate)) {
      const observed = observedRoutes(configuration, estate);
      const prefixes = observed && prefixesOf(observed);
      if (!observed || !prefixes || !mayHaveWindows(configuration, estate)) continue;

      const routes = createPrefixTable(prefixes.map((prefix) => [prefix, prefix] as const));
      for (const { network, range } of rangesBehindGateway(configuration.gateway, estate)) {
        if (routes.covering(range.prefix).length > 0 || routes.inside(range.prefix).length > 0) continue;
        yield {
          message: `The profile of ${configuration.name} has no route to ${range.text} of ${network.name}, which the gateway leads to by now: Windows users do not get there.`,
          origin: originWithin(observed.origin, "value"),
          related: [{ message: `${network.name} uses ${range.text}`, origin: range.origin }],
          hint: "Download the profile again and give it to all users with Windows.",
        };
      }
    }
  },
};

function observedRoutes({ resource }: VpnClientConfiguration, estate: EstateIndex): Observation | undefined {
  return estate.estate.observed.find(
    (each) => each.name === PROFILE_ROUTES && keyOf(each.resource) === keyOf(resource.id),
  );
}

/** `undefined` where one of them cannot be read: it may be the one. */
function prefixesOf({ value }: Observation) {
  if (!isList(value) || value.length === 0) return undefined;

  const prefixes = textsOf(value).flatMap((text) => parsePrefix(text) ?? []);
  return prefixes.length === value.length ? prefixes : undefined;
}

/** Other systems ask for the routes whenever they connect. */
function mayHaveWindows(configuration: VpnClientConfiguration, estate: EstateIndex): boolean {
  const systems = usersOf(configuration, estate).flatMap(({ os }) => os);
  return systems.length === 0 || systems.some((os) => os.toLowerCase().startsWith("windows"));
}
