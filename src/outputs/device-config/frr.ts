import { asPathList, policyLines, type SpeakingTunnel, speakingTunnels } from "./bgp-policy-lines.ts";
import type { DevicePlan } from "./device-plan.ts";
import { deviceFile } from "./header.ts";

export function frrFiles(plan: DevicePlan): ReadonlyMap<string, string> {
  const head = {
    mark: "!",
    purpose:
      "routes and BGP over the tunnels, for frr.conf of FRR 8 or later; the interfaces are those of --for strongswan",
    wasRun: "Not run in the lab.",
  };
  return new Map([["frr.conf", deviceFile(plan, head, lines(plan))]]);
}

function lines(plan: DevicePlan): readonly string[] {
  const speaking = speakingTunnels(plan);
  return [
    ...speaking.map(({ bgp, ...tunnel }) => `ip route ${bgp.farAddress}/32 ${tunnel.interface}`),
    ...plan.staticRoutes.flatMap(({ prefix, interfaces }) =>
      interfaces.map((name) => `ip route ${prefix} ${name}`),
    ),
    ...(speaking.length === 0 ? [] : bgpLines(plan, speaking)),
  ];
}

function bgpLines(plan: DevicePlan, speaking: readonly SpeakingTunnel[]): readonly string[] {
  const advertised = [...new Set(speaking.flatMap(({ bgp }) => bgp.advertises))];
  return [
    "!",
    ...speaking.flatMap((tunnel) => [
      ...(tunnel.bgp.onlyAsPath === undefined
        ? []
        : [`bgp as-path access-list ${asPathList(tunnel)} permit ${tunnel.bgp.onlyAsPath}`]),
      ...policyLines(tunnel, plan),
    ]),
    "!",
    `router bgp ${plan.asn ?? 0}`,
    ...(plan.routerId === undefined ? [] : [` bgp router-id ${plan.routerId}`]),
    // What is told need not be among the kernel's routes in just this length.
    " no bgp network import-check",
    ...speaking.flatMap(({ bgp, title }) => [
      ` neighbor ${bgp.farAddress} remote-as ${bgp.farAsn}`,
      ` neighbor ${bgp.farAddress} description ${title}`,
      ` neighbor ${bgp.farAddress} ebgp-multihop 255`,
      ` neighbor ${bgp.farAddress} update-source ${bgp.localAddress}`,
      ` neighbor ${bgp.farAddress} timers ${Math.floor(bgp.holdSeconds / 3)} ${bgp.holdSeconds}`,
    ]),
    " address-family ipv4 unicast",
    ...advertised.map((prefix) => `  network ${prefix}`),
    ...speaking.flatMap(({ bgp, ...tunnel }) => [
      `  neighbor ${bgp.farAddress} activate`,
      `  neighbor ${bgp.farAddress} route-map to-${tunnel.interface} out`,
      `  neighbor ${bgp.farAddress} route-map from-${tunnel.interface} in`,
    ]),
    " exit-address-family",
    "exit",
  ];
}
