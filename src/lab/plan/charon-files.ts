import { swanctlConf } from "../../outputs/device-config/swanctl-text.ts";
import type { LabDaemon } from "../lab-plan.ts";

export interface CharonSettings {
  readonly address: string;
  readonly farAddress: string;
  readonly proves: Proof;
  readonly port: number;
  readonly portNat: number;
  /** One of the two begins; were it both, there would be two tunnels. */
  readonly begins: boolean;
}

/** By a key that both know, or each by a certificate, which users have. */
export type Proof =
  | { readonly by: "key"; readonly key: string }
  | { readonly by: "certificate"; readonly own: string; readonly far: string };

/** `exported`: what is said of the tunnel, where that is not the lab's to say. */
export function charonFiles(settings: CharonSettings, exported?: string): LabDaemon["files"] {
  return [
    { name: "strongswan.conf", text: strongswanConf(settings) },
    { name: "swanctl.conf", text: exported ?? labSwanctlConf(settings) },
  ];
}

/**
 * With fewer threads than this it hangs: its sockets hold some. The mark keeps the route that it makes for itself, a
 * default one in a table of its own, from being used: routers decide what goes into the tunnel.
 */
function strongswanConf({ port, portNat }: CharonSettings): string {
  return `charon {
  load = random nonce kdf pem pkcs1 pkcs8 x509 pubkey aes sha1 sha2 md5 hmac curve25519 gmp openssl gcm kernel-libipsec kernel-netlink socket-default eap-identity eap-tls vici
  threads = 12
  port = ${port}
  port_nat_t = ${portNat}
  retransmit_timeout = 0.5
  retransmit_base = 1.2
  plugins {
    kernel-libipsec {
      allow_peer_ts = yes
    }
    kernel-netlink {
      fwmark = 0xdead
    }
    vici {
      socket = unix://vici
    }
  }
  filelog {
    log {
      path = charon.log
      default = 1
      flush_line = yes
      time_format = %H:%M:%S
    }
  }
}
swanctl {
  load = pem pkcs1 x509 pkcs8 sha1 sha2 curve25519 random
}
`;
}

function labSwanctlConf(settings: CharonSettings): string {
  const { proves } = settings;
  return proves.by === "key" ? withKey(settings, proves.key) : withCertificates(settings, proves);
}

/** The same text as a device outside Azure is given, quick to notice what fails. */
function withKey({ address, farAddress, begins }: CharonSettings, key: string): string {
  return swanctlConf([
    {
      name: "tunnel",
      ikeVersion: 2,
      localAddress: address,
      farAddress,
      ikeProposals: "aes256-sha256-curve25519, aes256-sha256-modp2048",
      espProposals: "aes256-sha256",
      key,
      begins,
      settings: ["dpd_delay = 2s"],
      childSettings: [],
    },
  ]);
}

/**
 * Each finds its own key in its folder. As in Azure's own profiles the gateway proves by its certificate who it is, and the
 * user by EAP-TLS.
 */
function withCertificates(
  { address, farAddress, begins }: CharonSettings,
  { own, far }: Extract<Proof, { readonly by: "certificate" }>,
): string {
  const [auth, farAuth] = begins ? ["eap-tls", "pubkey"] : ["pubkey", "eap-tls"];
  return `connections {
  tunnel {
    version = 2
    local_addrs = ${address}
    remote_addrs = ${farAddress}
    proposals = aes256-sha256-curve25519, aes256-sha256-modp2048
    dpd_delay = 2s
    keyingtries = 0
    send_cert = always
    local {
      auth = ${auth}
      certs = ${own}.crt
      id = "CN=${own}"
    }
    remote {
      auth = ${farAuth}
      ${begins ? "cacerts = ca.crt" : "eap_id = %any"}
      id = "CN=${far}"
    }
    children {
      tunnel {
        local_ts = 0.0.0.0/0
        remote_ts = 0.0.0.0/0
        esp_proposals = aes256-sha256
        dpd_action = ${begins ? "restart" : "clear"}
        close_action = ${begins ? "start" : "none"}
        start_action = ${begins ? "start" : "none"}
      }
    }
  }
}
`;
}
