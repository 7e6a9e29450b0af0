import { tunnelPacketSize } from "../../azure/ipsec-policy.ts";
import { parsePrefix } from "../../ip/index.ts";
import { groupNumber, type Proposal } from "../../model/ipsec-policy.ts";
import { asPathList, policyLines, type SpeakingTunnel, speakingTunnels } from "./bgp-policy-lines.ts";
import type { DevicePlan, DeviceTunnel } from "./device-plan.ts";
import { deviceFile } from "./header.ts";
import { maskOf } from "./mask-of.ts";

const FIRST_TUNNEL = 100;
const LOOPBACK = "Loopback100";
const WITHOUT_BGP = "<address of the device's own>";

export function ciscoIosXeFiles(plan: DevicePlan): ReadonlyMap<string, string> {
  const head = {
    mark: "!",
    isAboutTunnels: true,
    purpose: "tunnels, routes and BGP, to be pasted in configuration mode of Cisco IOS XE",
    wasRun: "Not run in the lab, nor on a device.",
  };
  const how = "any that is free at the site: the tunnels borrow it";
  const asked = { ...plan, placeholders: [...plan.placeholders, { text: WITHOUT_BGP, how }] };
  return new Map([["ios-xe.txt", deviceFile(asked, head, lines(plan))]]);
}

function lines(plan: DevicePlan): readonly string[] {
  const speaking = speakingTunnels(plan);
  const local = speaking[0]?.bgp.localAddress ?? WITHOUT_BGP;
  return [
    ...plan.tunnels.flatMap(proposalLines),
    "crypto ikev2 policy azure",
    ...plan.tunnels.flatMap(({ policy, ...tunnel }) =>
      policy.ike.map((_, index) => ` proposal ${tunnel.interface}-${index}`),
    ),
    "!",
    `interface ${LOOPBACK}`,
    ` ip address ${local} 255.255.255.255`,
    ...plan.tunnels.flatMap(tunnelLines),
    "!",
    ...speaking.map((tunnel) => `ip route ${tunnel.bgp.farAddress} 255.255.255.255 ${tunnelName(tunnel)}`),
    ...plan.staticRoutes.flatMap(({ prefix, interfaces }) =>
      plan.tunnels
        .filter((tunnel) => interfaces.includes(tunnel.interface))
        .map((tunnel) => `ip route ${withMask(prefix, " ")} ${tunnelName(tunnel)}`),
    ),
    ...(speaking.length === 0 ? [] : bgpLines(plan, speaking)),
  ];
}

function tunnelName({ number }: Pick<DeviceTunnel, "number">): string {
  return `Tunnel${FIRST_TUNNEL + number}`;
}

function proposalLines({ policy, ...tunnel }: DeviceTunnel): readonly string[] {
  return policy.ike.flatMap((proposal, index) => [
    `crypto ikev2 proposal ${tunnel.interface}-${index}`,
    ` encryption ${ikeCipher(proposal)}`,
    // With GCM there is no integrity of its own, but keys are still made.
    ` ${proposal.encryption.startsWith("GCM") ? "prf" : "integrity"} ${hashOf(proposal)}`,
    ` group ${groupNumber(proposal) ?? "<group>"}`,
  ]);
}

function ikeCipher({ encryption }: Proposal): string {
  if (encryption === "DES3") return "3des";
  return encryption
    .replace(/^GCMAES/, "aes-gcm-")
    .replace(/^AES/, "aes-cbc-")
    .toLowerCase();
}

function hashOf({ integrity }: Proposal): string {
  return integrity.startsWith("GCM") ? "sha256" : integrity.toLowerCase();
}

function transformOf({ encryption, integrity }: Proposal): string {
  const gcm = /^GCMAES(\d+)$/.exec(encryption);
  if (gcm) return `esp-gcm ${gcm[1]}`;

  const aes = /^AES(\d+)$/.exec(encryption);
  const cipher = aes ? `esp-aes ${aes[1]}` : ({ DES3: "esp-3des", DES: "esp-des" }[encryption] ?? "esp-null");
  return `${cipher} ${integrity === "SHA256" ? "esp-sha256-hmac" : `esp-${integrity.replace("SHA1", "SHA").toLowerCase()}-hmac`}`;
}

function tunnelLines(tunnel: DeviceTunnel): readonly string[] {
  const { policy, localAddress, farAddress } = tunnel;
  const name = tunnel.interface;
  const { mtu, tcpMss } = tunnelPacketSize.value;
  const group = policy.ipsec.map(groupNumber).find((number) => number !== undefined);
  return [
    "!",
    `! ${tunnel.title}`,
    `crypto ikev2 keyring ${name}`,
    ` peer ${name}`,
    `  address ${farAddress}`,
    `  pre-shared-key ${tunnel.key}`,
    `crypto ikev2 profile ${name}`,
    ` match identity remote address ${farAddress} 255.255.255.255`,
    ` identity local address ${localAddress}`,
    " authentication remote pre-share",
    " authentication local pre-share",
    ` keyring local ${name}`,
    ` lifetime ${policy.ikeLifetimeSeconds}`,
    ` dpd ${Math.max(10, Math.floor(policy.dpdSeconds / 3))} 2 periodic`,
    ...policy.ipsec.flatMap((proposal, index) => [
      `crypto ipsec transform-set ${name}-${index} ${transformOf(proposal)}`,
      " mode tunnel",
    ]),
    `crypto ipsec profile ${name}`,
    ` set security-association lifetime seconds ${policy.saLifetimeSeconds}`,
    ` set security-association lifetime kilobytes ${policy.saKilobytes}`,
    ` set transform-set ${policy.ipsec.map((_, index) => `${name}-${index}`).join(" ")}`,
    ...(group === undefined ? [] : [` set pfs group${group}`]),
    ` set ikev2-profile ${name}`,
    ...(tunnel.begins ? [] : [" responder-only"]),
    `interface ${tunnelName(tunnel)}`,
    ` description ${tunnel.title}`,
    ` ip unnumbered ${LOOPBACK}`,
    ` ip mtu ${mtu}`,
    ` ip tcp adjust-mss ${tcpMss}`,
    ` tunnel source ${localAddress}`,
    " tunnel mode ipsec ipv4",
    ` tunnel destination ${farAddress}`,
    ` tunnel protection ipsec profile ${name}`,
  ];
}

function bgpLines(plan: DevicePlan, speaking: readonly SpeakingTunnel[]): readonly string[] {
  const advertised = [...new Set(speaking.flatMap(({ bgp }) => bgp.advertises))];
  return [
    // IOS tells only what is among its routes in just this length.
    ...advertised.map((prefix) => `ip route ${withMask(prefix, " ")} Null0 254`),
    ...speaking.flatMap((tunnel) => [
      ...(tunnel.bgp.onlyAsPath === undefined
        ? []
        : [`ip as-path access-list ${asPathList(tunnel)} permit ${tunnel.bgp.onlyAsPath}`]),
      ...policyLines(tunnel, plan),
    ]),
    `router bgp ${plan.asn ?? 0}`,
    ...(plan.routerId === undefined ? [] : [` bgp router-id ${plan.routerId}`]),
    ...speaking.flatMap(({ bgp, title }) => [
      ` neighbor ${bgp.farAddress} remote-as ${bgp.farAsn}`,
      ` neighbor ${bgp.farAddress} description ${title}`,
      ` neighbor ${bgp.farAddress} ebgp-multihop 255`,
      ` neighbor ${bgp.farAddress} update-source ${LOOPBACK}`,
      ` neighbor ${bgp.farAddress} timers ${Math.floor(bgp.holdSeconds / 3)} ${bgp.holdSeconds}`,
    ]),
    " address-family ipv4",
    ...advertised.map((prefix) => `  network ${withMask(prefix, " mask ")}`),
    ...(speaking.length > 1 ? [`  maximum-paths ${speaking.length}`] : []),
    ...speaking.flatMap(({ bgp, ...tunnel }) => [
      `  neighbor ${bgp.farAddress} activate`,
      `  neighbor ${bgp.farAddress} route-map to-${tunnel.interface} out`,
      `  neighbor ${bgp.farAddress} route-map from-${tunnel.interface} in`,
    ]),
    " exit-address-family",
  ];
}

function withMask(text: string, between: string): string {
  const [address = ""] = text.split("/");
  return `${address}${between}${maskOf(parsePrefix(text)?.length ?? 32)}`;
}
