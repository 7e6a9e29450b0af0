const BLOCK = /(?<=-----BEGIN OpenVPN Static key V1-----\n)[0-9a-f\n]+(?=-----END)/g;
const STATIC_KEY_DIGITS = 512;
const KEY_DIGITS = 64;

/**
 * A plan writes a static key of OpenVPN as the digits of other keys, and so digits of what stands in their place: here the
 * places themselves are its lines, each of which 64 digits will take.
 */
export function withPlacesInStaticKeys(text: string, place: RegExp): string {
  return text.replace(BLOCK, (digits) => {
    const written = Buffer.from(digits.replaceAll("\n", ""), "hex").toString("latin1");
    const places = [...written.matchAll(place)].map(([one]) => one).slice(0, STATIC_KEY_DIGITS / KEY_DIGITS);
    if (places.length < STATIC_KEY_DIGITS / KEY_DIGITS)
      throw new Error("a static key is not made of as many keys as it has room for");
    return `${places.join("\n")}\n`;
  });
}
