import { utf8Of } from "./bytes.ts";

/** RFC 3174. For name-based ids, not for secrets. */
export function sha1(message: readonly number[]): readonly number[] {
  const words = padded(message);
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < words.length; at += 16) state = block(state, words.slice(at, at + 16));
  return state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

/** The first of a hash's 40 digits: enough to tell the texts of one template apart. */
export function sha1Text(text: string): string {
  return sha1(utf8Of(text))
    .slice(0, 6)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** The message in words, then a one, zeros, and the length in bits. */
function padded(message: readonly number[]): readonly number[] {
  const bytes = [...message, 0x80];
  while (bytes.length % 64 !== 56) bytes.push(0);
  const words: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    words.push(
      ((bytes[at] ?? 0) << 24) |
        ((bytes[at + 1] ?? 0) << 16) |
        ((bytes[at + 2] ?? 0) << 8) |
        (bytes[at + 3] ?? 0),
    );
  }
  const bits = message.length * 8;
  return [...words, Math.floor(bits / 2 ** 32), bits >>> 0];
}

function block(state: readonly number[], words: readonly number[]): readonly number[] {
  const schedule = [...words];
  for (let t = 16; t < 80; t++) {
    const mixed =
      (schedule[t - 3] ?? 0) ^ (schedule[t - 8] ?? 0) ^ (schedule[t - 14] ?? 0) ^ (schedule[t - 16] ?? 0);
    schedule.push(rotate(mixed, 1));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let t = 0; t < 80; t++) {
    const next =
      (rotate(a, 5) + mix(t, b, c, d) + e + (schedule[t] ?? 0) + (KEYS[Math.floor(t / 20)] ?? 0)) | 0;
    [a, b, c, d, e] = [next, a, rotate(b, 30), c, d];
  }
  return [a, b, c, d, e].map((word, index) => (word + (state[index] ?? 0)) | 0);
}

const KEYS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function mix(t: number, b: number, c: number, d: number): number {
  if (t < 20) return (b & c) | (~b & d);
  return t >= 40 && t < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
