/** The bytes of a text in UTF-8; half a surrogate pair becomes U+FFFD, as in .NET. */
export function utf8Of(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point, 0));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point, 6), tail(point, 0));
    else bytes.push(0xf0 | (point >> 18), tail(point, 12), tail(point, 6), tail(point, 0));
  }
  return bytes;
}

function tail(point: number, shift: number): number {
  return 0x80 | ((point >> shift) & 0x3f);
}

/** The text of bytes in UTF-8; what is none becomes U+FFFD. */
export function textOfUtf8(bytes: readonly number[]): string {
  const characters: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    const rest = bytes.slice(at + 1, at + length);
    const isWhole = length > 0 && rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
    const point = isWhole
      ? rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), leading(first, length))
      : 0xfffd;
    characters.push(String.fromCodePoint(point > 0x10ffff ? 0xfffd : point));
    at += isWhole ? length : 1;
  }
  return characters.join("");
}

function leading(first: number, length: number): number {
  return length === 1 ? first : first & (0xff >> (length + 1));
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64Of(bytes: readonly number[]): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => LETTERS.charAt((group >> shift) & 63));
    pieces.push(
      `${letters[0]}${letters[1]}${b === undefined ? "=" : letters[2]}${c === undefined ? "=" : letters[3]}`,
    );
  }
  return pieces.join("");
}

/** `undefined` where the text is no base64. */
export function parseBase64(text: string): readonly number[] | undefined {
  const compact = text.replace(/\s+/g, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < compact.length; at += 4) {
    const letters = compact
      .slice(at, at + 4)
      .replaceAll("=", "")
      .split("");
    const group =
      letters.reduce((sum, letter) => (sum << 6) | LETTERS.indexOf(letter), 0) << (6 * (4 - letters.length));
    bytes.push(...[(group >> 16) & 255, (group >> 8) & 255, group & 255].slice(0, letters.length - 1));
  }
  return bytes;
}
