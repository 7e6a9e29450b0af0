import { natRuleMode } from "../../azure/nat.ts";
import { circuitBeforeTunnel, privateTunnels, tunnelsBeforeCircuit } from "../../azure/private-tunnels.ts";
import type { ConnectionKind, Refusal, Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import { findEnd } from "../../model/find-end.ts";
import { originWithin } from "../../source/origin.ts";
import { buildSiteToSite } from "./build.ts";
import { claimsOverPrivatePath } from "./claims-over-private-path.ts";
import { demandsOf } from "./demands.ts";
import { notesOnSiteToSite } from "./notes.ts";
import { refuseSiteToSite } from "./refuse.ts";
import { usesBgp } from "./settings.ts";

/** What differs where the tunnels run between private addresses, over a path that another kind lays. */
export const overPrivatePath = {
  claims: claimsOverPrivatePath,
  refuse: refuseOverPrivatePath,
  notes: notesOverPrivatePath,
  demands: (wish, hostOf) => demandsOf(wish, hostOf, "privatePath"),
  build: (wish, plan) => buildSiteToSite(wish, plan, "privatePath"),
} satisfies Partial<ConnectionKind>;

function refuseOverPrivatePath(wish: Wish): Refusal | undefined {
  return refuseSiteToSite(wish) ?? refuseNat(wish) ?? refuseWithoutBgp(wish) ?? refuseSameAddress(wish);
}

/** The circuit itself tells Azure the ranges as they are. */
function refuseNat(wish: Wish): Refusal | undefined {
  const site = findEnd(wish, "site")?.site;
  if (!site?.nat) return undefined;
  return {
    because: `${site.name} is to be translated, and the circuit below the tunnels has no NAT rules.`,
    source: natRuleMode.source,
    waysOut: [`Remove nat from ${site.name}.`],
    origin: site.nat.origin,
  };
}

/** With static ranges Azure has the same prefixes as over the circuit, and takes the circuit for all of them. */
function refuseWithoutBgp(wish: Wish): Refusal | undefined {
  const site = findEnd(wish, "site")?.site;
  if (!site || usesBgp(wish)) return undefined;

  const without = site.vpnDevices.find(({ asn }) => asn === undefined);
  return {
    because: without
      ? `the device ${without.publicIp} of ${site.name} has no asn, and without BGP every packet takes the circuit, unencrypted.`
      : `BGP is turned off for ${site.name}, and without it every packet takes the circuit, unencrypted.`,
    source: circuitBeforeTunnel.source,
    waysOut: [without ? "Give the device its asn." : "Remove bgp from settings."],
    ...(without ? { origin: without.origin } : {}),
  };
}

function refuseSameAddress(wish: Wish): Refusal | undefined {
  const devices = findEnd(wish, "site")?.site.vpnDevices ?? [];
  const same = devices.find(
    ({ privateIp, bgpPeeringAddress }) => privateIp !== undefined && privateIp === bgpPeeringAddress,
  );
  if (!same) return undefined;
  return {
    because: `the tunnel ends at ${same.privateIp}, from which the device also speaks BGP inside it: it would carry its own packets.`,
    source: privateTunnels.source,
    waysOut: ["Give the device another bgpPeeringAddress, of a loopback for example."],
    origin: originWithin(same.origin, "bgpPeeringAddress"),
  };
}

function notesOverPrivatePath(wish: Wish): readonly Reason[] {
  const site = findEnd(wish, "site")?.site;
  if (!site) return [];

  const silent = site.vpnDevices.filter(({ privateIp }) => privateIp === undefined);
  const ends = site.vpnDevices.map(
    ({ publicIp, privateIp }) => privateIp ?? `the private address of ${publicIp}`,
  );
  return [
    {
      text: `To Azure, the routers of ${site.name} must announce over the circuit where the tunnels end and nothing more (${ends.join(" and ")}), and the ranges of ${site.name} in the tunnels' BGP sessions; where other connections use the circuit in the clear, everything over the circuit and longer prefixes in the tunnels. Of equal prefixes Azure takes the circuit's, unencrypted.`,
      source: tunnelsBeforeCircuit.source,
    },
    {
      text: `From Azure, they hear the same ranges over the circuit and in the tunnels: they must prefer the tunnels, by a higher local preference for example, and keep the VPN gateway's private addresses on the circuit. Traces take both as done: Isthmus plans Azure's side and cannot check theirs.`,
      source: tunnelsBeforeCircuit.source,
    },
    ...(silent.length === 0
      ? []
      : [
          {
            text: `The private address of ${silent.map(({ publicIp }) => publicIp).join(" and ")} is asked for at deployment.`,
            source: privateTunnels.source,
          },
        ]),
    ...notesOnSiteToSite(wish),
  ];
}
