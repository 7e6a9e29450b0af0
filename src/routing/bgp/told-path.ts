import type { Sends } from "../../model/topology.ts";

/**
 * The AS path as it leaves a speaker: changed first, then with the speaker's own number in front. Between two speakers
 * of one number nothing is put in front, and nothing prepended, for the other would take it for a loop.
 */
export function toldPath(
  asPath: readonly number[],
  sends: Pick<Sends, "prepend" | "replacesFarAsn" | "stripsPrivateAsns">,
  ownAsn: number,
  farAsn: number,
): readonly number[] {
  const replaced = sends.replacesFarAsn ? asPath.map((asn) => (asn === farAsn ? ownAsn : asn)) : asPath;
  const kept = sends.stripsPrivateAsns ? replaced.filter((asn) => !isPrivate(asn)) : replaced;
  if (ownAsn === farAsn) return kept;

  return [...Array<number>(1 + sends.prepend).fill(ownAsn), ...kept];
}

/** https://www.rfc-editor.org/rfc/rfc6996#section-5 */
const PRIVATE_ASNS = [
  [64_512, 65_534],
  [4_200_000_000, 4_294_967_294],
] as const;

function isPrivate(asn: number): boolean {
  return PRIVATE_ASNS.some(([first, last]) => asn >= first && asn <= last);
}
