/** A length as IPv4 wrote it before: 22 is `255.255.252.0`. */
export function maskOf(length: number): string {
  return [0, 8, 16, 24].map((start) => 256 - 2 ** (8 - Math.min(8, Math.max(0, length - start)))).join(".");
}
