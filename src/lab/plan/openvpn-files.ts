import type { Prefix } from "../../ip/index.ts";
import { maskOf } from "../../outputs/device-config/mask-of.ts";
import {
  CLIENT_CERTIFICATE,
  CLIENT_KEY,
  type ClientPlan,
  openVpnProfile,
  SERVER_ROOT,
  TLS_AUTH,
} from "../../outputs/vpn-client/index.ts";
import type { LabDaemon } from "../lab-plan.ts";
import { fillIn, fillInAtStart } from "./fill-in.ts";

export interface OpenVpnSettings {
  readonly device: string;
  /** On the internet. */
  readonly serverAddress: string;
  readonly pool: Prefix;
  /** In the pool. */
  readonly gatewayAddress: string;
  readonly userAddress: string;
  readonly pushed: readonly string[];
  /** Of what is pushed: between two tunnels to one range the lower is used. */
  readonly metric: number;
  /** Both ends have it; a key of OpenVPN's own, without which nobody is answered. */
  readonly tlsKey: string;
}

/** Made in the lab's memory when it first needs them; beside the folders of its programs. */
const CERTIFICATES = "../../certificates";

export function openVpnServer(settings: OpenVpnSettings): LabDaemon["files"] {
  const { pool, gatewayAddress, userAddress, pushed } = settings;
  const mask = maskOf(pool.length);
  return [
    file([
      ...device(settings),
      ...proof("server"),
      "data-ciphers AES-256-GCM",
      "auth SHA256",
      "tls-auth tls.key 0",
      "keepalive 5 15",
      "verb 3",
      "mode server",
      "tls-server",
      "proto tcp-server",
      `local ${settings.serverAddress}`,
      "port 443",
      "topology subnet",
      `push "topology subnet"`,
      `ifconfig ${gatewayAddress} ${mask}`,
      "client-config-dir clients",
      `push "route-gateway ${gatewayAddress}"`,
      ...pushed.map((range) => `push "route ${asMask(range)} ${gatewayAddress} ${settings.metric}"`),
      "dh none",
      "remote-cert-tls client",
    ]),
    // By the name on the certificate: all have one.
    { name: "clients/client", text: `ifconfig-push ${userAddress} ${mask}\n` },
    { name: "tls.key", text: `${settings.tlsKey}\n` },
  ];
}

interface OpenVpnUser extends OpenVpnSettings {
  readonly proves: "client" | "stranger";
  /** Whose profile is exported: this very one is run. */
  readonly exported: ClientPlan | undefined;
}

export function openVpnClient(settings: OpenVpnUser): LabDaemon["files"] {
  const { exported } = settings;
  return [
    file([
      ...(exported ? [`config ${FILLED}`] : ownProfile(settings)),
      // What comes later holds.
      ...device(settings),
      "connect-retry 1 1",
      "route-noexec",
      "script-security 2",
      `route-up "/bin/sh routes"`,
    ]),
    { name: "routes", text: ROUTES },
    { name: "tls.key", text: `${settings.tlsKey}\n` },
    ...(exported ? exportedProfile(settings, exported) : []),
  ];
}

const FILLED = "openvpn.ovpn";

/** Azure's gateways have one name, which they are found by and prove; the lab's have an address, and a name to prove. */
function exportedProfile({ serverAddress, proves }: OpenVpnUser, exported: ClientPlan): LabDaemon["files"] {
  const text = fillIn(openVpnProfile(exported), [
    [`remote ${exported.server}`, `remote ${serverAddress}`],
    [exported.server, "server"],
  ]);
  const start = fillInAtStart("exported.ovpn", FILLED, [
    [TLS_AUTH, "tls.key"],
    [SERVER_ROOT, `${CERTIFICATES}/ca.crt`],
    [CLIENT_CERTIFICATE, `${CERTIFICATES}/${proves}.crt`],
    [CLIENT_KEY, `${CERTIFICATES}/${proves}.key`],
  ]);
  return [
    { name: "exported.ovpn", text },
    { name: "fill-in", text: start },
  ];
}

function ownProfile({ serverAddress, proves }: OpenVpnUser): readonly string[] {
  return [
    "client",
    "proto tcp-client",
    `remote ${serverAddress} 443`,
    ...proof(proves),
    "nobind",
    "remote-cert-tls server",
    "data-ciphers AES-256-GCM",
    "auth SHA256",
    "tls-auth tls.key 1",
    "verb 3",
  ];
}

/**
 * What was pushed, over the device that it came by. OpenVPN names none: with two tunnels into one pool its routes are over
 * whichever came up first, and are lost with that one.
 */
const ROUTES = `PATH=/usr/sbin:/usr/bin:/sbin:/bin
i=1
while eval "network=\\$route_network_$i netmask=\\$route_netmask_$i metric=\\$route_metric_$i"; [ -n "$network" ]; do
  ip route replace "$network/$netmask" dev "$dev" metric "\${metric:-0}"
  i=$((i + 1))
done
`;

function device({ device: name }: OpenVpnSettings): readonly string[] {
  return [`dev ${name}`, "dev-type tun"];
}

function proof(role: "server" | "client" | "stranger"): readonly string[] {
  return [`ca ${CERTIFICATES}/ca.crt`, `cert ${CERTIFICATES}/${role}.crt`, `key ${CERTIFICATES}/${role}.key`];
}

/** A static key of OpenVPN is 256 bytes of any kind: https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/ */
export function openVpnStaticKey(secrets: (part: number) => string): string {
  let digits = "";
  for (let part = 0; digits.length < STATIC_KEY_DIGITS; part++)
    for (const sign of `${secrets(part)} `)
      digits += (sign.codePointAt(0) ?? 0).toString(16).padStart(2, "0");
  const lines = digits.slice(0, STATIC_KEY_DIGITS).match(/.{32}/g) ?? [];
  return ["-----BEGIN OpenVPN Static key V1-----", ...lines, "-----END OpenVPN Static key V1-----"].join(
    "\n",
  );
}

const STATIC_KEY_DIGITS = 512;

function file(lines: readonly string[]) {
  return { name: "openvpn.conf", text: `${lines.join("\n")}\n` };
}

function asMask(range: string): string {
  const [address = "", length = "32"] = range.split("/");
  return `${address} ${maskOf(Number(length))}`;
}
