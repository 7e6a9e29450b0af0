import type { Prefix } from "../../ip/index.ts";
import { maskOf } from "../../outputs/device-config/mask-of.ts";
import type { LabDaemon } from "../lab-plan.ts";

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
}

/** Made in the lab's memory when it first needs them; beside the folders of its programs. */
const CERTIFICATES = "../../certificates";

export function openVpnServer(settings: OpenVpnSettings): LabDaemon["files"] {
  const { pool, gatewayAddress, userAddress, pushed } = settings;
  const mask = maskOf(pool.length);
  return [
    file([
      ...common(settings, "server"),
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
  ];
}

export function openVpnClient(settings: OpenVpnSettings): LabDaemon["files"] {
  return [
    file([
      ...common(settings, "client"),
      "client",
      "proto tcp-client",
      `remote ${settings.serverAddress} 443`,
      "nobind",
      "connect-retry 1 1",
      "remote-cert-tls server",
    ]),
  ];
}

function common({ device }: OpenVpnSettings, role: "server" | "client"): readonly string[] {
  return [
    `dev ${device}`,
    "dev-type tun",
    `ca ${CERTIFICATES}/ca.crt`,
    `cert ${CERTIFICATES}/${role}.crt`,
    `key ${CERTIFICATES}/${role}.key`,
    "data-ciphers AES-256-GCM",
    "keepalive 5 15",
    "verb 3",
  ];
}

function file(lines: readonly string[]) {
  return { name: "openvpn.conf", text: `${lines.join("\n")}\n` };
}

function asMask(range: string): string {
  const [address = "", length = "32"] = range.split("/");
  return `${address} ${maskOf(Number(length))}`;
}
