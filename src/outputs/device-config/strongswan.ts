import { tunnelPacketSize } from "../../azure/ipsec-policy.ts";
import type { DevicePlan, DeviceTunnel, StaticRoute } from "./device-plan.ts";
import { deviceFile } from "./header.ts";
import { espProposals, ikeProposals } from "./strongswan-proposals.ts";
import { block, type SwanctlTunnel, swanctlConf } from "./swanctl-text.ts";

/** Rekeyed by the device before Azure's own limit is reached, so that it does not meet Azure's rekeying. */
const REKEY_AT = 0.9;

/** Routes are those of the interfaces: what strongSwan would install leads everything into the first tunnel. */
const STRONGSWAN_CONF = block("charon", ["install_routes = no"]);

export function strongswanFiles(plan: DevicePlan): ReadonlyMap<string, string> {
  return new Map([
    ...plan.tunnels.map((tunnel) => [swanctlName(tunnel), swanctlFile(plan, tunnel)] as const),
    ["strongswan.conf", strongswanFile(plan)],
    ["interfaces.sh", interfacesFile(plan)],
  ]);
}

export function strongswanFile(plan: DevicePlan): string {
  const head = {
    mark: "#",
    purpose: "what strongSwan leaves to the interfaces, for /etc/strongswan.d/",
    wasRun: "Run in the lab: this very file, read by a strongSwan that has settings of its own beside it.",
  };
  return deviceFile(plan, head, STRONGSWAN_CONF);
}

export function interfacesFile(plan: DevicePlan): string {
  const head = {
    mark: "#",
    purpose: "an interface a tunnel, and what is reached over it; run it as root with sh at every start",
    wasRun:
      "Run in the lab where the interfaces are there already: all but what adds them, with the lab's names and addresses.",
  };
  return deviceFile(plan, head, interfaceLines(plan));
}

/** A file a tunnel, for swanctl reads all that are in its folder; a lab runs each as it is. */
function swanctlName({ name }: DeviceTunnel): string {
  return `swanctl-${name}.conf`;
}

export function swanctlFile(plan: DevicePlan, tunnel: DeviceTunnel): string {
  const head = {
    mark: "#",
    isAboutTunnels: true,
    purpose: `${tunnel.title}, for /etc/swanctl/conf.d/ of strongSwan 5.9 or later`,
    wasRun:
      "Run in the lab with real packets: this very file, with the lab's addresses and key in place of those that are to be filled in.",
  };
  return deviceFile(plan, head, [swanctlConf([swanctlTunnel(tunnel)]).trimEnd()]);
}

export function swanctlTunnel({ policy, number, ...tunnel }: DeviceTunnel): SwanctlTunnel {
  const rekeyIke = Math.floor(policy.ikeLifetimeSeconds * REKEY_AT);
  const rekeyChild = Math.floor(policy.saLifetimeSeconds * REKEY_AT);
  return {
    name: tunnel.name,
    ikeVersion: policy.ikeVersion,
    localAddress: tunnel.localAddress,
    farAddress: tunnel.farAddress,
    ikeProposals: ikeProposals(policy.ike),
    espProposals: espProposals(policy.ipsec),
    key: tunnel.key,
    begins: tunnel.begins,
    settings: [
      `dpd_delay = ${Math.floor(policy.dpdSeconds / 3)}s`,
      `dpd_timeout = ${policy.dpdSeconds}s`,
      `rekey_time = ${rekeyIke}s`,
      `over_time = ${policy.ikeLifetimeSeconds - rekeyIke}s`,
      `if_id_in = ${interfaceId(number)}`,
      `if_id_out = ${interfaceId(number)}`,
    ],
    childSettings: [
      `rekey_time = ${rekeyChild}s`,
      `life_time = ${policy.saLifetimeSeconds}s`,
      `rekey_bytes = ${Math.floor(policy.saKilobytes * 1024 * REKEY_AT)}`,
      `life_bytes = ${policy.saKilobytes * 1024}`,
    ],
  };
}

function interfaceId(number: number): number {
  return number + 1;
}

function interfaceLines({ tunnels, staticRoutes }: DevicePlan): readonly string[] {
  return [
    "set -eu",
    "sysctl -qw net.ipv4.ip_forward=1",
    ...tunnels.flatMap((tunnel) => {
      const device = tunnel.interface;
      return [
        "",
        `# ${tunnel.title}`,
        `ip link show ${device} >/dev/null 2>&1 || ip link add ${device} type xfrm if_id ${interfaceId(tunnel.number)}`,
        `ip link set ${device} mtu ${tunnelPacketSize.value.mtu} up`,
        // Answers may come back over another tunnel than questions went.
        `sysctl -qw net.ipv4.conf.${device}.rp_filter=2`,
        ...(tunnel.bgp === undefined
          ? []
          : [
              `ip address replace "${tunnel.bgp.localAddress}/32" dev ${device}`,
              `ip route replace "${tunnel.bgp.farAddress}/32" dev ${device}`,
            ]),
      ];
    }),
    ...(staticRoutes.length === 0 ? [] : ["", ...staticRoutes.map(routeLine)]),
  ];
}

/** Below what a routing daemon puts there, which has the same routes. */
function routeLine({ prefix, interfaces }: StaticRoute): string {
  return `ip route replace ${prefix} metric 4096 ${interfaces.map((name) => `nexthop dev ${name}`).join(" ")}`;
}
