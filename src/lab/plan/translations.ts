import { firstAddress, formatAddress, formatPrefix, lastAddress } from "../../ip/index.ts";
import type { Translation } from "../../model/topology.ts";
import { addNft, type NamespaceDraft } from "./lab-draft.ts";

/** Addresses that change where packets leave over a device, and change back where they arrive. What routers say stays. */
export function translateOver(
  namespace: NamespaceDraft,
  device: string,
  translations: readonly Translation[],
): void {
  const usable = translations.filter(
    ({ internal, external }) => internal.family === 4 && external.family === 4,
  );
  if (usable.length === 0) return;

  addNft(namespace, "postrouting", `oifname "${device}" tcp dport 179 accept`);
  for (const translation of usable) {
    const [internal, external] = [translation.internal, translation.external].map(formatPrefix);
    const leaving = `oifname "${device}" ip saddr ${internal} snat`;
    if (translation.dynamic) {
      addNft(namespace, "postrouting", `${leaving} to ${rangeOf(translation)}`);
      continue;
    }
    addNft(namespace, "postrouting", `${leaving} ip prefix to ip saddr map { ${internal} : ${external} }`);
    addNft(
      namespace,
      "prerouting",
      `iifname "${device}" tcp dport 179 accept`,
      `iifname "${device}" ip daddr ${external} dnat ip prefix to ip daddr map { ${external} : ${internal} }`,
    );
  }
}

function rangeOf({ external }: Translation): string {
  const [first, last] = [firstAddress(external), lastAddress(external)].map(formatAddress);
  return first === last ? `${first}` : `${first}-${last}`;
}
