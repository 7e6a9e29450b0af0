import { tunnelPacketSize } from "../../azure/ipsec-policy.ts";
import { formatPrefix } from "../../ip/index.ts";
import { groupNumber, type Proposal } from "../../model/ipsec-policy.ts";
import { type SpeakingTunnel, speakingTunnels } from "./bgp-policy-lines.ts";
import type { DevicePlan, DeviceTunnel } from "./device-plan.ts";
import { deviceFile } from "./header.ts";

export function vyosFiles(plan: DevicePlan): ReadonlyMap<string, string> {
  const head = {
    mark: "#",
    isAboutTunnels: true,
    purpose: "tunnels, routes and BGP, to be pasted in configuration mode of VyOS 1.4 or later",
    wasRun: "Not run in the lab, nor on a device.",
  };
  return new Map([["vyos.txt", deviceFile(plan, head, lines(plan))]]);
}

function lines(plan: DevicePlan): readonly string[] {
  const speaking = speakingTunnels(plan);
  const local = [...new Set(speaking.map(({ bgp }) => bgp.localAddress))];
  return [
    "set vpn ipsec options disable-route-autoinstall",
    ...local.map((address) => `set interfaces dummy dum0 address '${address}/32'`),
    ...plan.tunnels.flatMap(tunnelLines),
    ...plan.staticRoutes.flatMap(({ prefix, interfaces }) =>
      plan.tunnels
        .filter((tunnel) => interfaces.includes(tunnel.interface))
        .map((tunnel) => `set protocols static route ${prefix} interface ${vti(tunnel)}`),
    ),
    ...(speaking.length === 0 ? [] : [`set protocols bgp system-as ${plan.asn ?? 0}`]),
    ...(speaking.length === 0 || plan.routerId === undefined
      ? []
      : [`set protocols bgp parameters router-id ${plan.routerId}`]),
    ...[...new Set(speaking.flatMap(({ bgp }) => bgp.advertises))].map(
      (prefix) => `set protocols bgp address-family ipv4-unicast network ${prefix}`,
    ),
    ...(speaking.length > 1
      ? [`set protocols bgp address-family ipv4-unicast maximum-paths ebgp ${speaking.length}`]
      : []),
    ...speaking.flatMap((tunnel) => sessionLines(tunnel, plan)),
  ];
}

function vti({ number }: Pick<DeviceTunnel, "number">): string {
  return `vti${number}`;
}

function tunnelLines(tunnel: DeviceTunnel): readonly string[] {
  const { policy, localAddress, farAddress } = tunnel;
  const name = tunnel.interface;
  const ike = `set vpn ipsec ike-group ${name}`;
  const esp = `set vpn ipsec esp-group ${name}`;
  const peer = `set vpn ipsec site-to-site peer ${name}`;
  const group = policy.ipsec.map(groupNumber).find((number) => number !== undefined);
  return [
    "",
    `# ${tunnel.title}`,
    `set interfaces vti ${vti(tunnel)} description '${tunnel.title}'`,
    `set interfaces vti ${vti(tunnel)} mtu ${tunnelPacketSize.value.mtu}`,
    `${ike} key-exchange ikev${policy.ikeVersion}`,
    `${ike} lifetime ${policy.ikeLifetimeSeconds}`,
    `${ike} dead-peer-detection action restart`,
    `${ike} dead-peer-detection interval ${Math.floor(policy.dpdSeconds / 3)}`,
    ...policy.ike.flatMap((proposal, index) => [
      `${ike} proposal ${index + 1} dh-group ${groupNumber(proposal) ?? "<group>"}`,
      ...cipherLines(`${ike} proposal ${index + 1}`, proposal),
    ]),
    `${esp} lifetime ${policy.saLifetimeSeconds}`,
    `${esp} mode tunnel`,
    `${esp} pfs ${group === undefined ? "disable" : `dh-group${group}`}`,
    ...policy.ipsec.flatMap((proposal, index) => cipherLines(`${esp} proposal ${index + 1}`, proposal)),
    `set vpn ipsec authentication psk ${name} id '${localAddress}'`,
    `set vpn ipsec authentication psk ${name} id '${farAddress}'`,
    `set vpn ipsec authentication psk ${name} secret '${tunnel.key}'`,
    `${peer} authentication mode pre-shared-secret`,
    `${peer} authentication local-id '${localAddress}'`,
    `${peer} authentication remote-id '${farAddress}'`,
    `${peer} connection-type ${tunnel.begins ? "initiate" : "respond"}`,
    `${peer} local-address '${localAddress}'`,
    `${peer} remote-address '${farAddress}'`,
    `${peer} ike-group ${name}`,
    `${peer} vti bind ${vti(tunnel)}`,
    `${peer} vti esp-group ${name}`,
  ];
}

/** With GCM the hash is only there to make keys. */
function cipherLines(path: string, { encryption, integrity }: Proposal): readonly string[] {
  const cipher = encryption.startsWith("GCM")
    ? `${encryption.slice("GCM".length).toLowerCase()}gcm128`
    : ({ DES3: "3des", None: "null" }[encryption] ?? encryption.toLowerCase());
  return [
    `${path} encryption ${cipher}`,
    `${path} hash ${integrity.startsWith("GCM") ? "sha256" : integrity.toLowerCase()}`,
  ];
}

function sessionLines({ bgp, ...tunnel }: SpeakingTunnel, { prefixes }: DevicePlan): readonly string[] {
  const name = tunnel.interface;
  const neighbor = `set protocols bgp neighbor '${bgp.farAddress}'`;
  const to = `set policy prefix-list to-${name} rule`;
  const from = `set policy prefix-list from-${name} rule`;
  const rule = `set policy route-map from-${name} rule 10`;
  const out = `set policy route-map to-${name} rule 10`;
  return [
    "",
    `set protocols static route '${bgp.farAddress}/32' interface ${vti(tunnel)}`,
    ...bgp.advertises.flatMap((prefix, index) => [
      `${to} ${index + 1} action permit`,
      `${to} ${index + 1} prefix ${prefix}`,
    ]),
    ...prefixes.flatMap((prefix, index) => [
      `${from} ${index + 1} action deny`,
      `${from} ${index + 1} prefix ${formatPrefix(prefix)}`,
      ...(prefix.length === 32 ? [] : [`${from} ${index + 1} le 32`]),
    ]),
    `${from} 1000 action permit`,
    `${from} 1000 prefix 0.0.0.0/0`,
    `${from} 1000 le 32`,
    `${out} action permit`,
    `${out} match ip address prefix-list to-${name}`,
    ...(bgp.prepend === 0
      ? []
      : [`${out} set as-path prepend '${Array(bgp.prepend).fill(bgp.localAsn).join(" ")}'`]),
    `${rule} action permit`,
    `${rule} match ip address prefix-list from-${name}`,
    ...(bgp.onlyAsPath === undefined
      ? []
      : [
          `set policy as-path-list from-${name} rule 10 action permit`,
          `set policy as-path-list from-${name} rule 10 regex '${bgp.onlyAsPath}'`,
          `${rule} match as-path from-${name}`,
        ]),
    ...(bgp.localPreference === undefined ? [] : [`${rule} set local-preference ${bgp.localPreference}`]),
    `${neighbor} remote-as ${bgp.farAsn}`,
    `${neighbor} description '${tunnel.title}'`,
    `${neighbor} ebgp-multihop 255`,
    `${neighbor} update-source '${bgp.localAddress}'`,
    `${neighbor} timers keepalive ${Math.floor(bgp.holdSeconds / 3)}`,
    `${neighbor} timers holdtime ${bgp.holdSeconds}`,
    `${neighbor} address-family ipv4-unicast route-map export to-${name}`,
    `${neighbor} address-family ipv4-unicast route-map import from-${name}`,
  ];
}
