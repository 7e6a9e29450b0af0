import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import {
  attributeIds,
  attributeOf,
  formatControl,
  messageTypes,
  type SstpAttribute,
} from "./sstp-packets.ts";

/**
 * Shows that whoever proved in PPP who it is sits at the end of this very TLS connection: over both a key is made that a
 * man in the middle has not. [MS-SSTP] 2.2.6, 2.2.10 and 3.2.5.2.
 */
const SHA256 = 2;
const KEY_BYTES = 32;
const NONCE_BYTES = 32;
/** Where in the attribute's value the message's own authentication stands: behind reserved bytes, nonce and hash. */
const MAC_AT = 4 + NONCE_BYTES + 32;

export function bindingRequest(nonce: Buffer): SstpAttribute {
  return {
    id: attributeIds.cryptoBindingRequest,
    value: Buffer.concat([Buffer.from([0, 0, 0, SHA256]), nonce]),
  };
}

/** `undefined` where it asks for something else than SHA-256. */
export function nonceIn(attributes: readonly SstpAttribute[]): Buffer | undefined {
  const value = attributeOf(attributes, attributeIds.cryptoBindingRequest);
  if (!value || value.length !== 4 + NONCE_BYTES || ((value[3] ?? 0) & SHA256) === 0) return undefined;
  return value.subarray(4);
}

/**
 * Of EAP-TLS the client's master send key, which is the server's to receive with: the first 32 bytes of its master
 * session key. 3.2.5.2.4, with RFC 5216 2.3.
 */
export function higherLayerKey(masterSessionKey: Buffer): Buffer {
  return masterSessionKey.subarray(0, KEY_BYTES);
}

/** The whole Call Connected message: its last bytes authenticate it, taken as zeros while they are worked out. */
export function callConnected(nonce: Buffer, certificate: Buffer, higherLayer: Buffer): Buffer {
  const hash = createHash("sha256").update(certificate).digest();
  const value = Buffer.concat([Buffer.from([0, 0, 0, SHA256]), nonce, hash, Buffer.alloc(KEY_BYTES)]);
  const message = formatControl(messageTypes.callConnected, [{ id: attributeIds.cryptoBinding, value }]);
  const mac = createHmac("sha256", macKey(higherLayer)).update(message).digest();
  mac.copy(message, message.length - (value.length - MAC_AT));
  return message;
}

/** One round of PRF+: the length is written with its lower byte first. */
function macKey(higherLayer: Buffer): Buffer {
  return createHmac("sha256", higherLayer)
    .update("SSTP inner method derived CMK")
    .update(Buffer.from([KEY_BYTES, 0, 1]))
    .digest();
}

export function isCallConnected(
  packet: Buffer,
  nonce: Buffer,
  certificate: Buffer,
  higherLayer: Buffer,
): boolean {
  const wanted = callConnected(nonce, certificate, higherLayer);
  return wanted.length === packet.length && timingSafeEqual(wanted, packet);
}
