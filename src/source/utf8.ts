/** The offset of the first byte that is not UTF-8, or the length. Slow and plain: asked only after a decoder failed. */
export function endOfValidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** RFC 3629, section 4: what may follow which first byte. 0 where no sequence stands. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0xff;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;

  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (!isWithin(bytes[at + 1], ...secondByteAfter(first))) return 0;
  for (let next = 2; next < length; next++) if (!isWithin(bytes[at + next], 0x80, 0xbf)) return 0;
  return length;
}

/** Narrower where a longer form, a surrogate or a number above U+10FFFF would start. */
function secondByteAfter(first: number): readonly [lowest: number, highest: number] {
  switch (first) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return [0x80, 0xbf];
  }
}

function isWithin(byte: number | undefined, lowest: number, highest: number): boolean {
  return byte !== undefined && byte >= lowest && byte <= highest;
}
