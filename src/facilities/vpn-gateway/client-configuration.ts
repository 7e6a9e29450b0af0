import { entraVpnClientAudience } from "../../azure/point-to-site-entra.ts";
import { cloudOf } from "../../azure/regions.ts";
import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import type { SizedFacility } from "../../model/facility-type.ts";
import type { Resource } from "../../model/resource.ts";
import type { Unknown, ValueObject } from "../../model/unknown.ts";
import { normaliseRegion } from "../../model/virtual-network.ts";
import type { AuthenticationType } from "./authentication.ts";
import { chooseClientAccess } from "./client-access.ts";
import { isRefusal } from "./refusal.ts";
import { requirementOf } from "./requirement.ts";

/**
 * How devices dial in; `undefined` without users. What only the person knows (certificate, tenant, RADIUS server) is
 * unknown, and so asked for when it is deployed: nothing of it stands in a file.
 */
export function clientConfigurationOf(
  sized: SizedFacility,
  network: Resource,
  pools: ReadonlyMap<string, readonly string[]>,
): ValueObject | undefined {
  const { users } = requirementOf(sized.demands);
  if (users.length === 0) return undefined;

  const access = chooseClientAccess(users, vpnGatewaySkus.value[sized.sku]?.ikeV2AndOpenVpn === false);
  if (isRefusal(access)) throw new Error(access.because);

  const unknown = (because: string): Unknown => ({ kind: "unknown", because, origin: network.origin });
  const addressPrefixes = users.flatMap(({ group, addressPool }) =>
    addressPool.length > 0 ? addressPool : (pools.get(group) ?? []),
  );
  const has = (type: AuthenticationType) => access.authenticationTypes.includes(type);
  return {
    vpnClientAddressPool: {
      addressPrefixes:
        addressPrefixes.length > 0 ? addressPrefixes : unknown("The addresses that users are given."),
    },
    vpnClientProtocols: access.protocols,
    vpnAuthenticationTypes: access.authenticationTypes,
    ...(has("Certificate") ? certificate(sized.name, unknown) : {}),
    ...(has("Radius") ? radius(unknown) : {}),
    ...(has("AAD") ? entra(network, unknown) : {}),
  };
}

type MakeUnknown = (because: string) => Unknown;

function certificate(gateway: string, unknown: MakeUnknown): ValueObject {
  const publicCertData = unknown(
    "The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines.",
  );
  return { vpnClientRootCertificates: [{ name: `${gateway}-root`, properties: { publicCertData } }] };
}

/** Its secret becomes a parameter that is never shown. */
function radius(unknown: MakeUnknown): ValueObject {
  return {
    radiusServerAddress: unknown("The address of the RADIUS server."),
    radiusServerSecret: unknown("The secret that the RADIUS server and the gateway share."),
  };
}

function entra({ location }: Resource, unknown: MakeUnknown): ValueObject {
  const isPublic = typeof location !== "string" || cloudOf(normaliseRegion(location)) === "public";
  return {
    aadTenant: unknown(
      "The Microsoft Entra tenant of the users: https://login.microsoftonline.com/ and its id.",
    ),
    aadAudience: isPublic
      ? entraVpnClientAudience.value
      : unknown("The application id of the Azure VPN Client in this cloud."),
    aadIssuer: unknown(
      "Who issues the users' tokens: https://sts.windows.net/, the tenant's id, and a slash at the end.",
    ),
  };
}
