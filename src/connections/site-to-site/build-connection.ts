import type { Wish } from "../../model/connection-kind.ts";
import { GATEWAY_CONNECTION } from "../../model/gateway-connection.ts";
import { idBeside } from "../../model/id-beside.ts";
import type { Part, Resource } from "../../model/resource.ts";
import { originWithin } from "../../source/origin.ts";
import { customPolicy } from "./custom-policy.ts";
import { settingsOf, usesBgp } from "./settings.ts";
import { locationOf, type Tunnel } from "./tunnel.ts";

export function buildConnection(wish: Wish, tunnel: Tunnel, local: Resource): Resource {
  const { name, host, gateway, device, way, isPolicyCustom, natRules } = tunnel;
  return {
    id: idBeside(host.id, GATEWAY_CONNECTION, name),
    type: GATEWAY_CONNECTION,
    name,
    location: locationOf(tunnel),
    properties: {
      // ARM's schema wants `properties` in a reference to a gateway, be it empty.
      virtualNetworkGateway1: { id: gateway.id, properties: {} },
      localNetworkGateway2: { id: local.id, properties: {} },
      connectionType: "IPsec",
      connectionProtocol: settingsOf(wish).connectionProtocol,
      enableBgp: usesBgp(wish),
      ...(way === "privatePath" ? { useLocalAzureIpAddress: true } : {}),
      ...(natRules.length > 0 ? { ingressNatRules: natRules.map(({ id }) => ({ id })) } : {}),
      ...(isPolicyCustom ? { ipsecPolicies: [customPolicy] } : {}),
      sharedKey: {
        kind: "unknown",
        because: `the pre-shared key of ${name}, the same as on the device ${device.publicIp}`,
        origin: wish.origin,
      },
    },
    origin: wish.origin,
    parts: partsOf(wish),
  };
}

function partsOf(wish: Wish): readonly Part[] {
  const encryption = wish.needs.encryption ?? wish.needs.bandwidth;
  const settings = wish.settings?.origin;
  return [
    ...(encryption ? [{ at: ["properties", "ipsecPolicies"], origin: encryption.origin }] : []),
    ...(settings
      ? [
          { at: ["properties", "enableBgp"], origin: originWithin(settings, "bgp") },
          {
            at: ["properties", "connectionProtocol"],
            origin: originWithin(settings, "connectionProtocol"),
          },
        ]
      : []),
  ];
}
