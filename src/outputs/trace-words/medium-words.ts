import type { Segment } from "../../model/trace.ts";

const WORDS: Readonly<Record<Segment["medium"], string>> = {
  backbone: "Azure backbone",
  ipsec: "IPsec tunnel",
  circuit: "ExpressRoute",
  openvpn: "OpenVPN tunnel",
  ikev2: "IKEv2 tunnel",
  sstp: "SSTP tunnel",
  network: "inside",
  internet: "the internet",
  service: "Azure service",
};

export function mediumWords(medium: Segment["medium"]): string {
  return WORDS[medium];
}
