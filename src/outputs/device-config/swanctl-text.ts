/** A tunnel between two addresses by pre-shared key, as strongSwan is told of it; also in a lab. */
export interface SwanctlTunnel {
  readonly name: string;
  readonly ikeVersion: 1 | 2;
  readonly localAddress: string;
  readonly farAddress: string;
  readonly ikeProposals: string;
  readonly espProposals: string;
  readonly key: string;
  readonly begins: boolean;
  /** Lines of the connection itself: what not every tunnel has. */
  readonly settings: readonly string[];
  /** The same of its child. */
  readonly childSettings: readonly string[];
}

export function swanctlConf(tunnels: readonly SwanctlTunnel[]): string {
  return `${block("connections", tunnels.flatMap(connectionLines)).join("\n")}
${block("secrets", tunnels.flatMap(secretLines)).join("\n")}
`;
}

function connectionLines(tunnel: SwanctlTunnel): readonly string[] {
  const { name, localAddress, farAddress, begins } = tunnel;
  return block(name, [
    `version = ${tunnel.ikeVersion}`,
    `local_addrs = ${localAddress}`,
    `remote_addrs = ${farAddress}`,
    `proposals = ${tunnel.ikeProposals}`,
    ...tunnel.settings,
    "keyingtries = 0",
    ...block("local", ["auth = psk", `id = ${localAddress}`]),
    ...block("remote", ["auth = psk", `id = ${farAddress}`]),
    ...block(
      "children",
      block(name, [
        "local_ts = 0.0.0.0/0",
        "remote_ts = 0.0.0.0/0",
        `esp_proposals = ${tunnel.espProposals}`,
        ...tunnel.childSettings,
        `dpd_action = ${begins ? "restart" : "clear"}`,
        `close_action = ${begins ? "start" : "none"}`,
        `start_action = ${begins ? "start" : "none"}`,
      ]),
    ),
  ]);
}

function secretLines({ name, localAddress, farAddress, key }: SwanctlTunnel): readonly string[] {
  return block(`ike-${name}`, [
    `id-local = ${localAddress}`,
    `id-remote = ${farAddress}`,
    `secret = "${key}"`,
  ]);
}

export function block(name: string, lines: readonly string[]): readonly string[] {
  return [`${name} {`, ...lines.map((line) => `  ${line}`), "}"];
}
