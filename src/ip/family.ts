/** The two versions of the Internet Protocol; they never mix, and IPv4 sorts before IPv6. */
export type Family = 4 | 6;

/** How many bits an address has, which is the length of a prefix of one address. */
export function addressBits(family: Family): 32 | 128 {
  return family === 4 ? 32 : 128;
}
