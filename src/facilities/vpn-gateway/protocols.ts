import { exclusiveVpnClientProtocols, vpnClientProtocolNamed } from "../../azure/point-to-site-protocols.ts";
import { basicVpnClients } from "../../azure/point-to-site-skus.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { UserDemand } from "../../model/demand.ts";

/** In the order in which they are offered. */
const PROTOCOLS = ["OpenVPN", "IkeV2", "SSTP"] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** The group's own choice, in ARM's spelling; `undefined` where it has none. */
export function namedProtocols({ protocols }: UserDemand): readonly string[] | undefined {
  return protocols?.map((name) => vpnClientProtocolNamed(name) ?? name);
}

export function isNamed(protocol: Protocol, users: readonly UserDemand[]): boolean {
  return users.some((group) => namedProtocols(group)?.includes(protocol));
}

/**
 * Those that are named, and for groups that name none OpenVPN, or IKEv2 where SSTP keeps OpenVPN out. SSTP only where
 * it is named or the gateway, Basic, has nothing else.
 */
export function offeredProtocols(
  users: readonly UserDemand[],
  onlySstp: boolean,
): readonly Protocol[] | Refusal {
  const named = new Set(users.flatMap((group) => namedProtocols(group) ?? []));
  const strange = [...named].filter((name) => !PROTOCOLS.some((known) => known === name));
  if (strange.length > 0) {
    return {
      because: `${strange.join(", ")} is no protocol of a VPN gateway.`,
      waysOut: [`Write ${PROTOCOLS.join(", ")}, or leave it out.`],
    };
  }
  if (onlySstp) return named.has("OpenVPN") || named.has("IkeV2") ? refuseOnBasic([...named]) : ["SSTP"];

  if (users.some((group) => namedProtocols(group) === undefined)) {
    named.add(named.has("SSTP") ? "IkeV2" : "OpenVPN");
  }
  const clash = exclusiveVpnClientProtocols.value.find((pair) => pair.every((name) => named.has(name)));
  if (clash) {
    return {
      because: `A gateway does not offer ${clash.join(" and ")} at the same time.`,
      source: exclusiveVpnClientProtocols.source,
      waysOut: ["Use OpenVPN without SSTP, which Azure ends.", "Use SSTP together with IkeV2."],
    };
  }
  return PROTOCOLS.filter((name) => named.has(name));
}

function refuseOnBasic(named: readonly string[]): Refusal {
  return {
    because: `${named.join(", ")} ${named.length === 1 ? "is" : "are"} asked for, and Basic takes users over SSTP alone.`,
    source: basicVpnClients.source,
    waysOut: ["Leave out sku."],
  };
}
