import { tunnelPacketSize } from "../../azure/ipsec-policy.ts";
import { formatPrefix } from "../../ip/index.ts";
import { groupNumber, type Proposal } from "../../model/ipsec-policy.ts";
import type { DevicePlan, DeviceTunnel } from "./device-plan.ts";
import { deviceFile } from "./header.ts";

/** For a device that no other format is for: what its own pages ask for, in the words of the standards. */
export function ikev2Files(plan: DevicePlan): ReadonlyMap<string, string> {
  const head = {
    mark: "#",
    isAboutTunnels: true,
    purpose: "settings of a route-based VPN by IKE, for any device",
    wasRun: "Not run in the lab: it is for people to read.",
  };
  const { mtu, tcpMss } = tunnelPacketSize.value;
  return new Map([
    [
      "settings.txt",
      deviceFile(plan, head, [
        `Ranges here            ${plan.prefixes.map(formatPrefix).join(", ")}`,
        `Packets in tunnels     MTU ${mtu}, or TCP MSS ${tcpMss}`,
        ...plan.tunnels.flatMap(tunnelLines),
        ...(plan.staticRoutes.length === 0 ? [] : ["", "Static routes"]),
        ...plan.staticRoutes.map(({ prefix, interfaces }) => {
          const over = plan.tunnels.filter((tunnel) => interfaces.includes(tunnel.interface));
          return `  ${prefix.padEnd(21)}over ${over.map(({ name }) => name).join(" and ")}`;
        }),
      ]),
    ],
  ]);
}

function tunnelLines(tunnel: DeviceTunnel): readonly string[] {
  const { policy, bgp } = tunnel;
  const rows: readonly (readonly [string, string])[] = [
    ["IKE version", String(policy.ikeVersion)],
    ["Mode", tunnel.begins ? "tunnel, begun from either side" : "tunnel, begun by Azure: only wait"],
    ["Address here", `${tunnel.localAddress}, which is also the identity`],
    ["Address in Azure", `${tunnel.farAddress}, which is also the identity`],
    ["Authentication", "pre-shared key"],
    ["Pre-shared key", tunnel.key],
    ["Phase 1", policy.ike.map(proposalText).join("; or ")],
    ["Phase 1 lifetime", `${policy.ikeLifetimeSeconds} s`],
    ["Phase 2", policy.ipsec.map(proposalText).join("; or ")],
    ["Phase 2 lifetime", `${policy.saLifetimeSeconds} s, ${policy.saKilobytes} kB`],
    ["Traffic selectors", "0.0.0.0/0 to 0.0.0.0/0"],
    ["Dead peer detection", `after ${policy.dpdSeconds} s`],
    ...(bgp === undefined
      ? []
      : ([
          ["BGP here", `AS ${bgp.localAsn}, ${bgp.localAddress}`],
          [
            "BGP in Azure",
            `AS ${bgp.farAsn}, ${bgp.farAddress}; more than one hop away, reached through the tunnel`,
          ],
          ["BGP timers", `hold ${bgp.holdSeconds} s, keepalive ${Math.floor(bgp.holdSeconds / 3)} s`],
          ["Advertise", bgp.advertises.join(", ")],
          ...(bgp.prepend === 0
            ? []
            : ([["Prepend", `AS ${bgp.localAsn} ${bgp.prepend} more times`]] as const)),
          ...(bgp.localPreference === undefined
            ? []
            : ([["Local preference", String(bgp.localPreference)]] as const)),
          ...(bgp.onlyAsPath === undefined ? [] : ([["Take only AS paths", bgp.onlyAsPath]] as const)),
        ] as const)),
  ];
  return [
    "",
    `${tunnel.name}: ${tunnel.title}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(21)}${value}`),
  ];
}

function proposalText(proposal: Proposal): string {
  const group = groupNumber(proposal);
  const words = [...new Set([proposal.encryption, proposal.integrity])].join(" with ");
  return `${words}, ${group === undefined ? "no PFS" : `group ${group}`}`;
}
