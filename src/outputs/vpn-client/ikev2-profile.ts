import { tunnelPacketSize } from "../../azure/ipsec-policy.ts";
import { vpnClientIpsecOffers } from "../../azure/point-to-site-protocols.ts";
import { withHead } from "../device-config/header.ts";
import { espProposals, ikeProposals } from "../device-config/strongswan-proposals.ts";
import { block } from "../device-config/swanctl-text.ts";
import { type ClientPlan, PASSWORD, USER_NAME } from "./client-plan.ts";

/** What the tunnel comes out of: routes lead into it, and the address that the gateway gives is on it. */
const INTERFACE = "azure0";
/** By which the kernel knows what belongs to the interface. */
const INTERFACE_ID = 100;
/** Above the routes of the machine's own networks. */
const METRIC = "metric 1024";

const RUN =
  "Run in the lab with real packets: this very file, with the lab's names and addresses filled in, and settings beside it.";

/** How a lab fills in what the files for strongSwan have of their own. */
export const ikev2Places = { interface: INTERFACE, metric: METRIC } as const;

export function clientCertificateFile({ users }: Pick<ClientPlan, "users">): string {
  return `${users.replaceAll(/[^A-Za-z0-9]/g, "-")}.pem`;
}

/**
 * With the user's certificate and key in swanctl's own folders, which swanctl finds by itself. All ranges are asked for, as
 * Windows does, and routes decide what goes into the tunnel.
 */
export function ikev2Swanctl(plan: ClientPlan): string {
  const { ike, ipsec } = vpnClientIpsecOffers.value;
  const isRadius = plan.authentication === "Radius";
  const local = isRadius
    ? ["auth = eap-mschapv2", `eap_id = ${USER_NAME}`]
    : ["auth = eap-tls", `certs = ${clientCertificateFile(plan)}`];
  const lines = [
    ...block("connections", [
      ...block("azure", [
        "version = 2",
        `remote_addrs = ${plan.server}`,
        "vips = 0.0.0.0",
        `proposals = ${ikeProposals(ike)}`,
        "dpd_delay = 30s",
        "keyingtries = 0",
        `if_id_in = ${INTERFACE_ID}`,
        `if_id_out = ${INTERFACE_ID}`,
        ...block("local", local),
        ...block("remote", ["auth = pubkey", `id = ${plan.server}`]),
        ...block(
          "children",
          block("azure", [
            "remote_ts = 0.0.0.0/0",
            `esp_proposals = ${espProposals(ipsec)}`,
            "dpd_action = restart",
            "close_action = start",
            "start_action = start",
          ]),
        ),
      ]),
    ]),
    ...(isRadius
      ? block("secrets", block("eap-azure", [`id = ${USER_NAME}`, `secret = "${PASSWORD}"`]))
      : []),
  ];
  return withHead({ mark: "#" }, lines.join("\n"), plan.placeholders, [
    `Profile of ${plan.users} for strongSwan 5.9 or later, for /etc/swanctl/conf.d/, beside strongswan.conf and interfaces.sh.`,
    `Made by Isthmus from gateway ${plan.gateway}.`,
    isRadius ? "Not run in the lab, whose users prove by certificates who they are." : RUN,
    "On Debian and Ubuntu it takes charon-systemd, libstrongswan-standard-plugins and libcharon-extra-plugins.",
    "The server's root certificate belongs in /etc/swanctl/x509ca/, the user's certificate in x509/, its key in private/.",
  ]);
}

/** Routes are those of the interface: what strongSwan would install leads everything into the tunnel. */
export function ikev2StrongswanConf(plan: ClientPlan): string {
  const lines = block("charon", ["install_routes = no", `install_virtual_ip_on = ${INTERFACE}`]);
  return withHead({ mark: "#" }, lines.join("\n"), plan.placeholders, [
    `Settings of ${plan.users} for strongSwan, for /etc/strongswan.d/: what it leaves to the interface.`,
    `Made by Isthmus from gateway ${plan.gateway}.`,
    RUN,
  ]);
}

export function ikev2Interfaces(plan: ClientPlan): string {
  const told = plan.told.filter((text) => !text.includes(":"));
  const lines = [
    "set -eu",
    `ip link show ${INTERFACE} >/dev/null 2>&1 || ip link add ${INTERFACE} type xfrm if_id ${INTERFACE_ID}`,
    `ip link set ${INTERFACE} mtu ${tunnelPacketSize.value.mtu} up`,
    ...(told.some(isAlmostEverything)
      ? [
          "# What goes to the gateway itself stays outside of the tunnel.",
          `for address in $(getent ahostsv4 "${plan.server}" | cut -d ' ' -f 1 | sort -u); do`,
          `  ip route replace $(ip route get "$address" | sed -n '1s/ src .*//p')`,
          "done",
        ]
      : []),
    ...told.map((range) => `ip route replace ${range} dev ${INTERFACE} ${METRIC}`),
  ];
  return withHead({ mark: "#" }, lines.join("\n"), plan.placeholders, [
    `Settings of ${plan.users} for Linux: an interface for the tunnel, and what is reached over it; run it as root with sh at`,
    "every start, before strongSwan connects.",
    `Made by Isthmus from gateway ${plan.gateway}.`,
    "Run in the lab, where the interface is there already: all but what adds it, with the lab's name for it.",
  ]);
}

/** 0.0.0.0/0, or a half of it: the gateway's own address is within. */
function isAlmostEverything(range: string): boolean {
  return /\/[01]$/.test(range);
}

/** For the clients that operating systems bring along, none of which reads the file of another. */
export function ikev2Settings(plan: ClientPlan): string {
  const isRadius = plan.authentication === "Radius";
  const rows: readonly (readonly [string, string])[] = [
    ["Type", "IKEv2"],
    ["Server", plan.server],
    ["Remote identity", plan.server],
    ["Local identity", isRadius ? USER_NAME : "the common name of the client certificate"],
    [
      "Authentication",
      isRadius ? `EAP-MSCHAPv2, as ${USER_NAME} with ${PASSWORD}` : "EAP-TLS, by client certificate",
    ],
    ["Server's root", "to be trusted by the machine: <server root certificate>"],
    ["Routes", plan.told.join(", ")],
    ["Default route", "not through the tunnel"],
    ["Own address", `of ${plan.pool.join(", ")}, given by the gateway`],
  ];
  const lines = rows.map(([name, value]) => `${name.padEnd(17)}${value}`);
  return withHead({ mark: "#" }, lines.join("\n"), plan.placeholders, [
    `Settings of ${plan.users} for any IKEv2 client: of Windows, macOS, iOS, or another.`,
    `Made by Isthmus from gateway ${plan.gateway}.`,
    "Not run in the lab: it is for people to read.",
  ]);
}
