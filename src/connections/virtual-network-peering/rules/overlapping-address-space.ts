import { overlaps } from "../../../ip/index.ts";
import { isValid, type ValidRange } from "../../../model/address-range.ts";
import type { Finding, Rule } from "../../../model/rule.ts";
import type { VirtualNetwork } from "../../../model/virtual-network.ts";
import { easierToChange } from "../easier-to-change.ts";
import { firstHalves } from "../halves.ts";
import { nameList } from "../name-list.ts";
import { arePeeredAsAWhole } from "../peering-type.ts";

export const overlappingAddressSpace: Rule = {
  id: "virtual-network-peering/overlapping-address-space",
  severity: "error",
  summary: "Peered virtual networks must not share addresses.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints",

  *check(estate) {
    for (const { local, remote, localKey, remoteKey } of firstHalves(estate)) {
      if (!local || !remote || !arePeeredAsAWhole(localKey, remoteKey, estate)) continue;

      const [changed, kept] = easierToChange(local, remote, estate);
      for (const range of changed.addressSpace.filter(isValid)) yield* overlapsOf(range, changed, kept);
    }
  },
};

function* overlapsOf(range: ValidRange, changed: VirtualNetwork, kept: VirtualNetwork): Iterable<Finding> {
  const shared = kept.addressSpace.filter(isValid).filter(({ prefix }) => overlaps(prefix, range.prefix));
  if (shared.length === 0) return;

  const texts = nameList(shared.map(({ text }) => text));
  yield {
    message: `${changed.name} uses ${range.text}, which overlaps ${texts} of its peer ${kept.name}.`,
    origin: range.origin,
    related: shared.map(({ text, origin }) => ({ message: `${kept.name} uses ${text}`, origin })),
    hint: `Give ${changed.name} a range outside ${texts}.`,
  };
}
