import { formatPrefix } from "../../ip/index.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { NodeId, Topology } from "../../model/topology.ts";
import { userGroups } from "../../topology/p2s-groups.ts";
import type { Placeholder } from "../device-config/device-plan.ts";
import { groupFlag, plainName } from "../device-config/plain-name.ts";

/** What a user's client must be told. */
export interface ClientPlan {
  readonly users: string;
  readonly gateway: string;
  /** In ARM's spelling; the first that clients can use comes first. */
  readonly protocols: readonly string[];
  readonly authentication: Authentication;
  /** Ranges that are behind the gateway, as the prediction has it. */
  readonly told: readonly string[];
  readonly pool: readonly string[];
  readonly server: string;
  readonly placeholders: readonly Placeholder[];
}

export type Authentication = "Certificate" | "Radius" | "AAD";

export const SERVER_ROOT = "<server root certificate>";
export const TLS_AUTH = "<TLS key of the gateway>";
export const CLIENT_CERTIFICATE = "<client certificate>";
export const CLIENT_KEY = "<private key of the client certificate>";
export const USER_NAME = "<user name>";
export const PASSWORD = "<password>";

export function planClient(id: NodeId, topology: Topology, estate: EstateIndex): ClientPlan | undefined {
  const group = userGroups(estate).find(({ node }) => node === id);
  if (!group) return undefined;

  const gateway = plainName(group.gateway.name);
  const layers = topology.tables.get(group.table)?.layers ?? [];
  const own = new Set(group.pool.map(formatPrefix));
  const told = layers
    .flatMap(({ rows }) => rows)
    .filter(({ nextHop }) => nextHop.to === "link" && group.links.includes(nextHop.link))
    .map(({ prefix }) => formatPrefix(prefix))
    .filter((text) => !own.has(text));
  const types = group.configuration.authenticationTypes ?? [];
  const authentication = AUTHENTICATIONS.find((one) => types.includes(one)) ?? "Certificate";
  const server = `<server of ${gateway}>`;
  return {
    users: plainName(group.name),
    gateway,
    protocols: group.configuration.protocols ?? ["OpenVPN"],
    authentication,
    told: [...new Set(told)],
    pool: [...own],
    server,
    placeholders: placeholders(server, gateway, group.gateway.resource.id, authentication),
  };
}

const AUTHENTICATIONS = ["Certificate", "Radius", "AAD"] as const;

function placeholders(
  server: string,
  gateway: string,
  id: string,
  authentication: Authentication,
): readonly Placeholder[] {
  const method = authentication === "Radius" ? "EAPMSCHAPv2" : "EAPTLS";
  const profile = `az network vnet-gateway vpn-client generate --name ${gateway}${groupFlag(id)} --authentication-method ${method}`;
  return [
    {
      text: server,
      how: `VpnServer in Generic/VpnSettings.xml, or remote in OpenVPN/vpnconfig.ovpn, of: ${profile}`,
    },
    { text: SERVER_ROOT, how: "ca in the same vpnconfig.ovpn, or Generic/VpnServerRoot.cer_0" },
    { text: TLS_AUTH, how: "tls-auth in the same vpnconfig.ovpn" },
    { text: CLIENT_CERTIFICATE, how: "the user's own, signed by a root that the gateway trusts" },
    { text: CLIENT_KEY, how: "what the user's certificate was made with" },
    { text: USER_NAME, how: "as the RADIUS server knows the user" },
    { text: PASSWORD, how: "the user's own" },
  ];
}
