import { sstp, vpnClients } from "../../azure/point-to-site-protocols.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { UserDemand } from "../../model/demand.ts";
import {
  type AuthenticationType,
  type ChosenAuthentication,
  chooseAuthentication,
  protocolsOn,
} from "./authentication.ts";
import { isNamed, namedProtocols, offeredProtocols, type Protocol } from "./protocols.ts";
import { isRefusal } from "./refusal.ts";
import { areTogether, refuseOnBasic, refuseSystems, refuseTypes } from "./refuse-users.ts";

/** How devices dial in, in ARM's words. */
export interface ClientAccess {
  readonly protocols: readonly Protocol[];
  readonly authenticationTypes: readonly AuthenticationType[];
  readonly because: readonly Reason[];
}

export function chooseClientAccess(users: readonly UserDemand[], onlySstp: boolean): ClientAccess | Refusal {
  const offered = offeredProtocols(users, onlySstp);
  if (isRefusal(offered)) return offered;

  const chosen: ChosenAuthentication[] = [];
  for (const group of users) {
    const takesOpenVpn = offered.includes("OpenVPN") && (namedProtocols(group)?.includes("OpenVPN") ?? true);
    const authentication = chooseAuthentication(group, takesOpenVpn);
    if (isRefusal(authentication)) return authentication;
    chosen.push(authentication);
  }
  const protocols = helpsIkeV2(chosen, offered) ? [...offered, "IkeV2" as const] : offered;
  const refusal =
    (onlySstp ? refuseOnBasic(chosen) : refuseTypes(chosen, protocols)) ??
    chosen.flatMap((one) => refuseSystems(one, protocols) ?? [])[0];
  if (refusal) return refusal;

  return {
    protocols,
    authenticationTypes: typesOf(chosen),
    because: [...chosen.flatMap(({ because }) => because), ...protocolReasons(protocols, users, onlySstp)],
  };
}

/** Beside OpenVPN, where nobody chose and a system of theirs has a client for it. */
function helpsIkeV2(chosen: readonly ChosenAuthentication[], offered: readonly Protocol[]): boolean {
  if (offered.length !== 1 || offered[0] !== "OpenVPN" || !areTogether(typesOf(chosen))) return false;
  return chosen.some(
    ({ group, type }) =>
      group.protocols === undefined && group.os.some((os) => protocolsOn(os, type).includes("IkeV2")),
  );
}

function typesOf(chosen: readonly ChosenAuthentication[]): readonly AuthenticationType[] {
  return [...new Set(chosen.map(({ type }) => type))].sort();
}

function protocolReasons(
  protocols: readonly Protocol[],
  users: readonly UserDemand[],
  onlySstp: boolean,
): readonly Reason[] {
  const end = `which Azure ends on ${sstp.value.retires}: from then on nobody connects over it.`;
  const texts: Readonly<Record<Protocol, string>> = {
    OpenVPN: "OpenVPN runs on every operating system, and passes firewalls that let out only the web.",
    IkeV2: "IKEv2 beside it: systems that have it built in need no client installed.",
    SSTP: onlySstp ? `Basic takes users over SSTP alone, ${end}` : `SSTP is named, ${end}`,
  };
  return protocols
    .filter((protocol) => protocol === "SSTP" || !isNamed(protocol, users))
    .filter((protocol) => protocol !== "IkeV2" || protocols.includes("OpenVPN"))
    .map((protocol) => ({
      text: texts[protocol],
      source: protocol === "SSTP" ? sstp.source : vpnClients.source,
    }));
}
