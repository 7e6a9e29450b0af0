import {
  type ClientPlan,
  clientCertificateFile,
  ikev2Interfaces,
  ikev2Places,
  ikev2StrongswanConf,
  ikev2Swanctl,
} from "../../outputs/vpn-client/index.ts";
import type { ExportedCharon } from "./charon-files.ts";
import { fillIn } from "./fill-in.ts";
import { type Offers, offersIn } from "./offers.ts";

/** A user's tunnel by IKEv2, as seen from the end that the files are for. */
export interface Ikev2Ends {
  readonly address: string;
  readonly farAddress: string;
}

export interface Ikev2User extends Ikev2Ends {
  readonly device: string;
  /** Of routes: between two tunnels to one range the lower is used. */
  readonly metric: number;
}

/** Of the exported profile, which the gateway offers too. */
export function offersOfUsers(plan: ClientPlan): Offers {
  return offersIn(ikev2Swanctl(plan));
}

/** The exported files, filled in. That of the tunnel is included by one of the lab's own, which is quick to notice what fails. */
export function ikev2UserFiles(
  plan: ClientPlan,
  user: Ikev2User,
  replaced: readonly (readonly [from: string, to: string])[],
): ExportedCharon {
  const places = [
    [`remote_addrs = ${plan.server}`, `remote_addrs = ${user.farAddress}`],
    [`ahostsv4 "${plan.server}`, `ahostsv4 "${user.farAddress}`],
    [plan.server, "server"],
    [ikev2Places.interface, user.device],
    [ikev2Places.metric, `metric ${user.metric}`],
    ...replaced,
  ] as const;
  return {
    swanctl: `include exported-swanctl.conf
connections {
  azure {
    local_addrs = ${user.address}
    dpd_delay = 2s
  }
}
`,
    strongswan: fillIn(ikev2StrongswanConf(plan), places),
    beside: [
      { name: "exported-swanctl.conf", text: fillIn(ikev2Swanctl(plan), places) },
      { name: "interfaces.sh", text: fillIn(ikev2Interfaces(plan), places) },
      { name: "interfaces", text: `${user.device}\n` },
    ],
    certificateFile: clientCertificateFile(plan),
  };
}

/** What stands across from it, which is the lab's own: Azure's gateways prove by a certificate with their name who they are. */
export function ikev2GatewayFile(
  { address, farAddress }: Ikev2Ends,
  userAddress: string,
  offers: Offers,
): string {
  return `connections {
  tunnel {
    version = 2
    local_addrs = ${address}
    remote_addrs = ${farAddress}
    proposals = ${offers.ike}
    pools = users
    dpd_delay = 2s
    send_cert = always
    local {
      auth = pubkey
      certs = server.crt
      id = server
    }
    remote {
      auth = eap-tls
      eap_id = %any
      id = "CN=client"
    }
    children {
      tunnel {
        local_ts = 0.0.0.0/0
        esp_proposals = ${offers.ipsec}
        dpd_action = clear
        close_action = none
        start_action = none
      }
    }
  }
}
pools {
  users {
    addrs = ${userAddress}/32
  }
}
`;
}
