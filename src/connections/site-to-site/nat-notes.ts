import { natRuleMode, natWithBgp } from "../../azure/nat.ts";
import { contains, formatPrefix, parseAddress, translate } from "../../ip/index.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import { findEnd } from "../../model/find-end.ts";
import type { SiteIntent } from "../../model/intent.ts";
import { usesBgp } from "./settings.ts";

/** What NAT rules do, and what they ask of those who run the site. */
export function notesOnNat(wish: Wish): readonly Reason[] {
  const network = findEnd(wish, "virtualNetwork")?.network;
  const site = findEnd(wish, "site")?.site;
  if (!site?.nat) return [];

  const { name } = site;
  const shared = site.addressSpace.filter(({ prefix }) =>
    network?.addressSpace.some((range) => contains(range.prefix, prefix)),
  );
  return [
    {
      text: `Static NAT rules of the gateway give ${name} other addresses in Azure; at ${name} nothing changes, and both sides may begin.`,
      source: natRuleMode.source,
    },
    ...shared.map(({ text }) => ({
      text: `${name} does not reach ${text} of ${network?.name}, for it has these addresses itself; no subnet is there.`,
      source: natRuleMode.source,
    })),
    ...(usesBgp(wish) ? [exactRanges(site), ...translatedPeers(site)] : []),
  ];
}

function exactRanges({ name, addressSpace }: SiteIntent): Reason {
  const ranges = addressSpace.map(({ prefix }) => formatPrefix(prefix)).join(", ");
  return {
    text: `The gateway translates routes as well: the devices of ${name} are to advertise exactly ${ranges}, no longer and no shorter prefixes.`,
    source: natWithBgp.source,
  };
}

/** Which address that is, the local network gateway says. */
function translatedPeers({ name, addressSpace, vpnDevices }: SiteIntent): readonly Reason[] {
  const inside = vpnDevices.some(({ bgpPeeringAddress = "" }) => {
    const address = parseAddress(bgpPeeringAddress);
    return address && addressSpace.some(({ prefix }) => translate(address, prefix, prefix));
  });
  if (!inside) return [];
  const text = `A BGP address of ${name} is translated, too: the local network gateway has the translated one.`;
  return [{ text, source: natWithBgp.source }];
}
