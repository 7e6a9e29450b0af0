import { vpnClientIpsecOffers } from "../../azure/point-to-site-protocols.ts";
import { withHead } from "../device-config/header.ts";
import { espProposals, ikeProposals } from "../device-config/strongswan-proposals.ts";
import { block } from "../device-config/swanctl-text.ts";
import { type ClientPlan, PASSWORD, USER_NAME } from "./client-plan.ts";

/** With the user's certificate and key in swanctl's own folders, which swanctl finds by itself. */
export function ikev2Swanctl(plan: ClientPlan): string {
  const { ike, ipsec } = vpnClientIpsecOffers.value;
  const isRadius = plan.authentication === "Radius";
  const local = isRadius
    ? ["auth = eap-mschapv2", `eap_id = ${USER_NAME}`]
    : ["auth = eap-tls", `certs = ${plan.users.replaceAll(/[^A-Za-z0-9]/g, "-")}.pem`];
  const lines = [
    ...block("connections", [
      ...block("azure", [
        "version = 2",
        `remote_addrs = ${plan.server}`,
        "vips = 0.0.0.0",
        `proposals = ${ikeProposals(ike)}`,
        ...block("local", local),
        ...block("remote", ["auth = pubkey", `id = ${plan.server}`]),
        ...block(
          "children",
          block("azure", [
            `remote_ts = ${plan.told.filter((text) => !text.includes(":")).join(", ")}`,
            `esp_proposals = ${espProposals(ipsec)}`,
            "start_action = trap",
          ]),
        ),
      ]),
    ]),
    ...(isRadius
      ? block("secrets", block("eap-azure", [`id = ${USER_NAME}`, `secret = "${PASSWORD}"`]))
      : []),
  ];
  return withHead({ mark: "#" }, lines.join("\n"), plan.placeholders, [
    `Profile of ${plan.users} for strongSwan 5.9 or later, for /etc/swanctl/conf.d/.`,
    `Made by Isthmus from gateway ${plan.gateway}.`,
    "Not run in the lab, which runs such users by strongSwan and EAP-TLS from a file of its own.",
    "The server's root certificate belongs in /etc/swanctl/x509ca/, the user's certificate in x509/, its key in private/.",
  ]);
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
