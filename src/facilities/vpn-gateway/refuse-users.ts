import { vpnClientAuthentication } from "../../azure/point-to-site-authentication.ts";
import { authenticationWithIkeV2AndOpenVpn } from "../../azure/point-to-site-entra.ts";
import { vpnClientProtocols, vpnClients } from "../../azure/point-to-site-protocols.ts";
import { basicVpnClients } from "../../azure/point-to-site-skus.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import { authenticationTitles, type ChosenAuthentication, protocolsOn } from "./authentication.ts";
import { namedProtocols, type Protocol } from "./protocols.ts";

const OWN_GROUP = "a group of their own, at a gateway of their own";

/** Basic knows certificates and nothing else. */
export function refuseOnBasic(chosen: readonly ChosenAuthentication[]): Refusal | undefined {
  const other = chosen.find(
    ({ type }) => !basicVpnClients.value.authenticationTypes.some((known) => known === type),
  );
  if (!other) return undefined;

  const { group } = other.group;
  return {
    because: `${group} sign in with ${authenticationTitles[other.type]}, and Basic takes users with certificates alone.`,
    source: basicVpnClients.source,
    waysOut: ["Leave out sku.", `Let ${group} connect with certificates.`],
  };
}

/** OpenVPN takes any; the others one of RADIUS and certificates, and beside OpenVPN Entra ID, too. */
export function refuseTypes(
  chosen: readonly ChosenAuthentication[],
  protocols: readonly Protocol[],
): Refusal | undefined {
  const types = [...new Set(chosen.map(({ type }) => type))].sort();
  const isAlone = protocols.length === 1 && protocols[0] === "OpenVPN";
  if (isAlone || areTogether(types) || types.every((type) => type === "AAD")) return undefined;

  return {
    because: `A gateway that offers ${protocols.join(" and ")} takes one of certificates and RADIUS, and ${types.map((type) => authenticationTitles[type]).join(", ")} are asked for.`,
    source: authenticationWithIkeV2AndOpenVpn.source,
    waysOut: ["Offer OpenVPN alone, which takes any of them.", "Let all users sign in the same way."],
  };
}

export function areTogether(types: readonly string[]): boolean {
  return authenticationWithIkeV2AndOpenVpn.value.some(
    (allowed) => allowed.length === types.length && types.every((type) => allowed.includes(type)),
  );
}

/** A device that has no client for what the gateway offers. */
export function refuseSystems(
  { group, type }: ChosenAuthentication,
  protocols: readonly Protocol[],
): Refusal | undefined {
  const offered = protocols.filter((protocol) => namedProtocols(group)?.includes(protocol) ?? true);
  const usable = offered.filter((protocol) =>
    vpnClientProtocols.value[protocol]?.authenticationTypes.includes(type),
  );
  if (usable.length === 0) {
    return {
      because: `${group.group} sign in with ${authenticationTitles[type]}, which does not work over ${offered.join(" or ")}.`,
      source: vpnClientAuthentication.source,
      waysOut: ["Offer OpenVPN, which takes every authentication.", `Make them ${OWN_GROUP}.`],
    };
  }
  const without = group.os.filter(
    (os) => !usable.some((protocol) => protocolsOn(os, type).includes(protocol)),
  );
  if (without.length === 0) return undefined;

  const systems = without.join(", ");
  const why =
    type === "AAD" ? ": the Azure VPN Client, which alone signs in with it, runs on Windows and macOS" : "";
  return {
    because: `${group.group} sign in with ${authenticationTitles[type]} over ${usable.join(" or ")}, and ${systems} has no client for it${why}.`,
    source: vpnClients.source,
    waysOut: [
      type === "AAD"
        ? `Let ${group.group} connect with certificates or RADIUS.`
        : `Offer ${group.group} OpenVPN, which every system has.`,
      `Make those on ${systems} a group that connects another way.`,
    ],
  };
}
