/** What a namespace of a lab is set to, by path in /proc/sys/net: it forwards, and judges no sender by its own routes. */
export const namespaceSettings: Readonly<Record<string, 0 | 1>> = {
  "ipv4/ip_forward": 1,
  "ipv4/fib_multipath_hash_policy": 1,
  // There only where Docker or somebody else has loaded the module; then each bridged packet would pass the filters, too.
  "bridge/bridge-nf-call-iptables": 0,
};

/** The same of `all` and `default` devices, by path below `conf` of their family. */
export const deviceSettings: readonly {
  readonly family: "ipv4" | "ipv6";
  readonly name: string;
  readonly value: 0 | 1;
}[] = [
  { family: "ipv4", name: "rp_filter", value: 0 },
  { family: "ipv4", name: "send_redirects", value: 0 },
  { family: "ipv4", name: "accept_redirects", value: 0 },
  { family: "ipv4", name: "accept_local", value: 1 },
  { family: "ipv6", name: "disable_ipv6", value: 1 },
];
