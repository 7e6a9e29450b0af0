import type { EstateIndex } from "../../model/estate-index.ts";
import type { GatewayConnection } from "../../model/gateway-connection.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Finding, Rule } from "../../model/rule.ts";
import { sameSecret } from "../../model/secret.ts";
import { connectionPairs } from "../connection-pairs.ts";
import { differentSecrets, knownSecrets } from "../known-secrets.ts";
import { tunnelsOfSites } from "../tunnels-of-sites.ts";

export const asymmetricSharedKey: Rule = {
  id: "connection/asymmetric-shared-key",
  severity: "error",
  summary: "Both ends of a tunnel have the same shared key.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-vnet-vnet-resource-manager-portal",

  *check(estate) {
    yield* writtenKeys(estate);
    yield* fingerprints(estate);
  },
};

function* writtenKeys(estate: EstateIndex): Iterable<Finding> {
  for (const [there, back] of connectionPairs(estate)) {
    if (areSame(there, back) !== false) continue;

    yield {
      message: `${there.name} and ${back.name} have different shared keys: the tunnel does not come up.`,
      origin: originOf(back.resource, "properties", "sharedKey"),
      related: [
        {
          message: `${there.name} has its key here`,
          origin: originOf(there.resource, "properties", "sharedKey"),
        },
      ],
      hint: "Give both the same key, from one secret parameter.",
    };
  }
}

/** `undefined` where one of them has its key in no file. */
function areSame(there: GatewayConnection, back: GatewayConnection): boolean | undefined {
  const [key, other] = [there, back].map(({ resource }) => propertyOf(resource, "sharedKey"));
  return sameSecret(key, other);
}

/** Of keys that are not in the file, what it says of which are equal. */
function* fingerprints(estate: EstateIndex): Iterable<Finding> {
  const known = knownSecrets(estate);
  if (known.size === 0) return;

  for (const { name, other, ids } of tunnelEnds(estate)) {
    const different = differentSecrets(ids[0], ids[1], known);
    if (!different) continue;
    yield {
      message: `${name} and ${other} have different shared keys, by their fingerprints: the tunnel does not come up.`,
      origin: different.theirs.origin,
      related: [{ message: `${name} has another`, origin: different.mine.origin }],
      hint: "Give both the same key, from one secret parameter.",
    };
  }
}

function tunnelEnds(estate: EstateIndex) {
  const pairs = [...connectionPairs(estate)]
    .filter(([there, back]) => areSame(there, back) === undefined)
    .map(([there, back]) => ({
      name: there.name,
      other: back.name,
      ids: [[there.resource.id], [back.resource.id]] as const,
    }));
  const sites = tunnelsOfSites(estate).map(({ site, device, connection }) => ({
    name: connection.name,
    other: `${device.name} of ${site.name}`,
    ids: [[connection.resource.id], [`site/${site.name}/${device.name}`, `site/${site.name}`]] as const,
  }));
  return [...pairs, ...sites];
}
