import { formatPrefix } from "../../ip/index.ts";
import { type SpeakingTunnel, speakingTunnels } from "./bgp-policy-lines.ts";
import type { DevicePlan } from "./device-plan.ts";
import { deviceFile } from "./header.ts";

export function birdFiles(plan: DevicePlan): ReadonlyMap<string, string> {
  return new Map([["bird.conf", birdFile(plan)]]);
}

export function birdFile(plan: DevicePlan): string {
  const head = {
    mark: "#",
    purpose:
      "routes and BGP over the tunnels, for bird.conf of BIRD 2 or 3; the interfaces are those of --for strongswan",
    wasRun:
      "Run in the lab with real packets: this very file, with the lab's addresses, and its devices in place of the interfaces.",
  };
  return deviceFile(plan, head, lines(plan));
}

function lines(plan: DevicePlan): readonly string[] {
  const speaking = speakingTunnels(plan);
  const advertised = [...new Set(speaking.flatMap(({ bgp }) => bgp.advertises))];
  return [
    ...(plan.routerId === undefined ? [] : [`router id ${plan.routerId};`]),
    "protocol device {}",
    "protocol kernel {",
    '  ipv4 { export filter { if proto = "advertised" then reject; accept; }; };',
    "  merge paths on;",
    "}",
    // A speaker tells only what it has: these are never used, for the kernel does not get them.
    ...(advertised.length === 0
      ? []
      : [
          "protocol static advertised {",
          "  ipv4;",
          ...advertised.map((prefix) => `  route ${prefix} blackhole;`),
          "}",
        ]),
    ...(speaking.length === 0
      ? []
      : [
          "protocol static peers {",
          "  ipv4;",
          ...speaking.map(({ bgp, ...tunnel }) => `  route ${bgp.farAddress}/32 via "${tunnel.interface}";`),
          "}",
        ]),
    ...(plan.staticRoutes.length === 0
      ? []
      : [
          "protocol static azure {",
          "  ipv4;",
          ...plan.staticRoutes.map(
            ({ prefix, interfaces }) =>
              `  route ${prefix} ${interfaces.map((name) => `via "${name}"`).join(" ")};`,
          ),
          "}",
        ]),
    ...speaking.flatMap((tunnel) => sessionLines(tunnel, plan)),
  ];
}

function sessionLines({ bgp, ...tunnel }: SpeakingTunnel, { prefixes }: DevicePlan): readonly string[] {
  const own = prefixes.map((prefix) => `${formatPrefix(prefix)}+`);
  return [
    "",
    `# ${tunnel.title}`,
    ...(bgp.onlyAsPath === undefined
      ? []
      : [`# Not written: to take only AS paths that fit ${bgp.onlyAsPath}; BIRD's patterns are others.`]),
    `protocol bgp ${tunnel.interface} {`,
    `  description "${tunnel.title}";`,
    `  local ${bgp.localAddress} as ${bgp.localAsn};`,
    `  neighbor ${bgp.farAddress} as ${bgp.farAsn};`,
    "  multihop;",
    // Keepalives follow from the hold time that both ends agree on. Azure tries again too: it is the shorter wait that counts.
    `  hold time ${bgp.holdSeconds};`,
    "  connect delay time 1; connect retry time 5; error wait time 1, 5;",
    "  ipv4 {",
    "    next hop self;",
    "    import filter {",
    ...(own.length === 0 ? [] : [`      if net ~ [${own.join(", ")}] then reject;`]),
    ...(bgp.localPreference === undefined ? [] : [`      bgp_local_pref = ${bgp.localPreference};`]),
    "      accept;",
    "    };",
    "    export filter {",
    ...(bgp.advertises.length === 0
      ? []
      : [
          `      if net ~ [${bgp.advertises.join(", ")}] then {`,
          ...Array<string>(bgp.prepend).fill(`        bgp_path.prepend(${bgp.localAsn});`),
          "        accept;",
          "      }",
        ]),
    "      reject;",
    "    };",
    "  };",
    "}",
  ];
}
