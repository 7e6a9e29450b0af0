import { swanctlConf } from "../../outputs/device-config/swanctl-text.ts";
import type { LabDaemon } from "../lab-plan.ts";
import type { Offers } from "./offers.ts";

export interface CharonSettings {
  readonly address: string;
  readonly farAddress: string;
  /** That both ends know. Users prove by certificates who they are, in files of their own. */
  readonly key: string;
  readonly port: number;
  readonly portNat: number;
  readonly offers: Offers;
  /** One of the two begins; were it both, there would be two tunnels. */
  readonly begins: boolean;
}

/** What is not the lab's to say: of the tunnel, and of strongSwan itself where somebody else does. */
export interface ExportedCharon {
  readonly swanctl: string;
  readonly strongswan?: string;
  readonly beside?: LabDaemon["files"];
  /** What it calls the certificate that it proves itself with. */
  readonly certificateFile?: string;
}

export function charonFiles(settings: CharonSettings, exported?: ExportedCharon): LabDaemon["files"] {
  const { swanctl = labSwanctlConf(settings), strongswan, beside = [] } = exported ?? {};
  const own = strongswanConf(settings);
  return [
    { name: "strongswan.conf", text: strongswan === undefined ? own : `${own}include exported.conf\n` },
    ...(strongswan === undefined ? [] : [{ name: "exported.conf", text: strongswan }]),
    { name: "swanctl.conf", text: swanctl },
    ...beside,
  ];
}

/**
 * The first of two that can do the same does it: libgcrypt encrypts CBC fastest, `aesni` GCM, `hmac` with libgcrypt's hashes
 * is faster than OpenSSL's, which has the rest. What a machine has not is passed over.
 */
export const CHARON_PLUGINS = [
  "random nonce kdf pem pkcs1 pkcs8 x509 pubkey gcrypt aesni hmac openssl aes sha1 sha2 md5 curve25519 gmp gcm",
  "kernel-libipsec kernel-netlink socket-default eap-identity eap-tls vici",
].join(" ");

/**
 * With fewer threads than this it hangs: its sockets hold some. The mark keeps the route that it makes for itself, a
 * default one in a table of its own, from being used: routers decide what goes into the tunnel.
 */
function strongswanConf({ port, portNat }: CharonSettings): string {
  return `charon {
  load = ${CHARON_PLUGINS}
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

/** The same text as a device outside Azure is given, quick to notice what fails. */
function labSwanctlConf({ address, farAddress, begins, key, offers }: CharonSettings): string {
  return swanctlConf([
    {
      name: "tunnel",
      ikeVersion: 2,
      localAddress: address,
      farAddress,
      ikeProposals: offers.ike,
      espProposals: offers.ipsec,
      key,
      begins,
      settings: ["dpd_delay = 2s"],
      childSettings: [],
    },
  ]);
}
