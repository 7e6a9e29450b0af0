import {
  firstAddress,
  formatAddress,
  formatPrefix,
  lastAddress,
  type Prefix,
  parsePrefix,
} from "../../ip/index.ts";
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

  const dynamic = usable.filter((translation) => translation.dynamic);
  if (dynamic.length > 0) addNft(namespace, "postrouting", `oifname "${device}" tcp dport 179 accept`);
  for (const translation of dynamic) {
    const leaving = `oifname "${device}" ip saddr ${formatPrefix(translation.internal)}`;
    addNft(namespace, "postrouting", `${leaving} snat to ${rangeOf(translation)}`);
  }
  const fixed = usable.filter((translation) => !translation.dynamic);
  if (fixed.length > 0) translatePackets(namespace, device, fixed);
}

/** Packet by packet, with nothing remembered: an answer may come back by another tunnel, or through another instance. */
function translatePackets(
  namespace: NamespaceDraft,
  device: string,
  translations: readonly Translation[],
): void {
  const [out, into] = [`oifname "${device}"`, `iifname "${device}"`];
  addNft(namespace, "departing", `${out} tcp dport 179 accept`, `${out} tcp sport 179 accept`);
  addNft(namespace, "arriving", `${into} tcp dport 179 accept`, `${into} tcp sport 179 accept`);
  for (const { internal, external } of translations) {
    addNft(namespace, "departing", `${out} ${mapped("saddr", internal, external)} accept`);
    addNft(namespace, "arriving", `${into} ${mapped("daddr", external, internal)} accept`);
  }
}

/** Another range, the same place in it. */
function mapped(side: "saddr" | "daddr", from: Prefix, to: Prefix): string {
  const everything = parsePrefix(`0.0.0.0/${from.length}`);
  const first = formatAddress(firstAddress(to));
  const matches = `ip ${side} ${formatPrefix(from)} ip ${side} set`;
  if (!everything || from.length === 32) return `${matches} ${first}`;
  return `${matches} ip ${side} & ${formatAddress(lastAddress(everything))} | ${first}`;
}

function rangeOf({ external }: Translation): string {
  const [first, last] = [firstAddress(external), lastAddress(external)].map(formatAddress);
  return first === last ? `${first}` : `${first}-${last}`;
}
