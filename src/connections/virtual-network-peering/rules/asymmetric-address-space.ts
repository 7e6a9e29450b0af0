import type { EstateIndex } from "../../../model/estate-index.ts";
import type { Finding, Rule } from "../../../model/rule.ts";
import type { Half } from "../half.ts";
import { counterpartOf, firstHalves } from "../halves.ts";
import { nameList } from "../name-list.ts";
import { isDisconnected } from "../peering-state.ts";
import { placeOf } from "../place.ts";
import { staleAddressSpace } from "../stale-address-space.ts";
import { title } from "../title.ts";

export const asymmetricAddressSpace: Rule = {
  id: "virtual-network-peering/asymmetric-address-space",
  severity: "warning",
  summary: "A peering knows the address space that the remote network has now.",
  source: "https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space",

  *check(estate) {
    for (const half of firstHalves(estate)) {
      const other = counterpartOf(half, estate);
      const findings = [half, ...(other ? [other] : [])].flatMap((one) => findingsOf(one, estate));
      yield* findings.length > 0 ? findings : remoteFindings(half, other);
    }
  },
};

function findingsOf(half: Half, estate: EstateIndex): Finding[] {
  // Such a peering is made anew, and cannot be synced.
  if (isDisconnected(half)) return [];
  const stale = staleAddressSpace(half, estate);
  if (stale) {
    return [
      {
        message: `${title(half)} knows ${nameList(stale.known)} of ${half.remoteName}, which has ${nameList(stale.current)} now.`,
        origin: placeOf(half, "remoteAddressSpace", "addressPrefixes"),
        ...(half.remote && {
          related: half.remote.addressSpace.map(({ text, origin }) => ({
            message: `${half.remoteName} has ${text}`,
            origin,
          })),
        }),
        hint: `Sync ${title(half)}.`,
      },
    ];
  }
  return /^Local/i.test(half.peeringSyncLevel ?? "") ? [levelFinding(half, half)] : [];
}

/** `RemoteNotInSync` is the other half's mistake; said here only where that half does not say so itself. */
function remoteFindings(half: Half, other: Half | undefined): Finding[] {
  if (!other) return [];
  if (saysOtherIsStale(half)) return [levelFinding(half, other)];
  return saysOtherIsStale(other) ? [levelFinding(other, half)] : [];
}

function saysOtherIsStale({ peeringSyncLevel }: Half): boolean {
  return peeringSyncLevel?.toLowerCase() === "remotenotinsync";
}

function levelFinding(half: Half, stale: Half): Finding {
  return {
    message: `${title(half)} is ${half.peeringSyncLevel}: ${stale.localName} does not know the present address space of ${stale.remoteName}.`,
    origin: placeOf(half, "peeringSyncLevel"),
    hint: `Sync ${title(stale)}.`,
  };
}
