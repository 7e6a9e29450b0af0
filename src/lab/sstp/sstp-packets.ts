/**
 * The packets of SSTP as [MS-SSTP] 2.2 lays them out.
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-sstp/70adc1df-c4fe-4b02-8872-f1d8b9ad806a
 */

/** Version 1.0, the only one. */
const VERSION = 0x10;
const CONTROL = 0x01;
const HEADER_BYTES = 4;
/** Of length fields the lower twelve bits; the upper four are reserved. */
const LENGTH_BITS = 0x0fff;

/** 2.2.2. */
export const messageTypes = {
  callConnectRequest: 1,
  callConnectAck: 2,
  callConnectNak: 3,
  callConnected: 4,
  callAbort: 5,
  callDisconnect: 6,
  callDisconnectAck: 7,
  echoRequest: 8,
  echoResponse: 9,
} as const;

/** 2.2.4. */
export const attributeIds = {
  encapsulatedProtocol: 1,
  statusInfo: 2,
  cryptoBinding: 3,
  cryptoBindingRequest: 4,
} as const;

/** 2.2.7: those that are told here, and what they mean to people. */
export const statusValues = {
  attribUnsupported: 0x03,
  invalidFrame: 0x07,
  negotiationTimeout: 0x08,
  unacceptedFrame: 0x0b,
} as const;

export type SstpPacket =
  | { readonly kind: "control"; readonly type: number; readonly attributes: readonly SstpAttribute[] }
  | { readonly kind: "data"; readonly frame: Buffer };

export interface SstpAttribute {
  readonly id: number;
  readonly value: Buffer;
}

export function formatControl(type: number, attributes: readonly SstpAttribute[]): Buffer {
  const body = attributes.map(({ id, value }) => {
    const head = Buffer.from([0, id, 0, 0]);
    head.writeUInt16BE(HEADER_BYTES + value.length, 2);
    return Buffer.concat([head, value]);
  });
  const numbers = Buffer.alloc(4);
  numbers.writeUInt16BE(type, 0);
  numbers.writeUInt16BE(attributes.length, 2);
  return withHeader(CONTROL, [numbers, ...body]);
}

export function formatData(frame: Buffer): Buffer {
  return withHeader(0, [frame]);
}

function withHeader(flags: number, parts: readonly Buffer[]): Buffer {
  const header = Buffer.from([VERSION, flags, 0, 0]);
  header.writeUInt16BE(HEADER_BYTES + parts.reduce((sum, part) => sum + part.length, 0), 2);
  return Buffer.concat([header, ...parts]);
}

/** Of bytes as they come: whole packets, and what is left over. `undefined`: this is no SSTP. */
export function splitPackets(
  bytes: Buffer,
): { readonly packets: readonly Buffer[]; readonly rest: Buffer } | undefined {
  const packets: Buffer[] = [];
  let rest = bytes;
  while (rest.length >= HEADER_BYTES) {
    const length = rest.readUInt16BE(2) & LENGTH_BITS;
    if (rest[0] !== VERSION || length < HEADER_BYTES) return undefined;
    if (rest.length < length) break;
    packets.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return { packets, rest };
}

/** `undefined` where lengths in it contradict each other. */
export function parsePacket(packet: Buffer): SstpPacket | undefined {
  if (((packet[1] ?? 0) & CONTROL) === 0) return { kind: "data", frame: packet.subarray(HEADER_BYTES) };
  if (packet.length < 2 * HEADER_BYTES) return undefined;

  const attributes: SstpAttribute[] = [];
  for (let at = 2 * HEADER_BYTES; at < packet.length; ) {
    if (packet.length - at < HEADER_BYTES) return undefined;
    const length = packet.readUInt16BE(at + 2) & LENGTH_BITS;
    if (length < HEADER_BYTES || at + length > packet.length) return undefined;
    attributes.push({ id: packet[at + 1] ?? 0, value: packet.subarray(at + HEADER_BYTES, at + length) });
    at += length;
  }
  if (attributes.length !== packet.readUInt16BE(6)) return undefined;
  return { kind: "control", type: packet.readUInt16BE(4), attributes };
}

export function attributeOf(attributes: readonly SstpAttribute[], id: number): Buffer | undefined {
  return attributes.find((attribute) => attribute.id === id)?.value;
}

/** What is carried: PPP, and there is nothing else. 2.2.5. */
export function encapsulatedPpp(): SstpAttribute {
  return { id: attributeIds.encapsulatedProtocol, value: Buffer.from([0, 1]) };
}

/** Why a message is refused, and about which attribute. 2.2.7. */
export function statusInfo(status: number, about = 0): SstpAttribute {
  const value = Buffer.from([0, 0, 0, about, 0, 0, 0, 0]);
  value.writeUInt32BE(status, 4);
  return { id: attributeIds.statusInfo, value };
}

export function statusOf(attributes: readonly SstpAttribute[]): number | undefined {
  const value = attributeOf(attributes, attributeIds.statusInfo);
  return value && value.length >= 8 ? value.readUInt32BE(4) : undefined;
}

const PATH = "/sra_{BA195980-CD49-458b-9E23-C84EE0ADCD75}/";
/** 2^64 - 1: what follows has no end. */
const ENDLESS = "18446744073709551615";

/** The HTTP request that goes before everything. 3.2.4.1. */
export function requestText(host: string, correlationId: string): string {
  return [
    `SSTP_DUPLEX_POST ${PATH} HTTP/1.1`,
    `Host: ${host}`,
    `SSTPCORRELATIONID: {${correlationId}}`,
    `Content-Length: ${ENDLESS}`,
    "",
    "",
  ].join("\r\n");
}

export function isSstpRequest(head: string): boolean {
  const [method, path, version] = head.split("\r\n", 1)[0]?.split(" ") ?? [];
  return method === "SSTP_DUPLEX_POST" && path === PATH && version === "HTTP/1.1";
}

export const acceptedText = `HTTP/1.1 200 OK\r\nContent-Length: ${ENDLESS}\r\nServer: Isthmus\r\n\r\n`;
export const refusedText = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
