/** Frames of PPP (RFC 1661, RFC 1662 without its bit stuffing) and the packets of LCP, IPCP (RFC 1332) and EAP (RFC 3748) in them. */

export const protocols = { ip: 0x0021, ipcp: 0x8021, lcp: 0xc021, eap: 0xc227 } as const;

/** RFC 1661 section 5. */
export const codes = {
  configureRequest: 1,
  configureAck: 2,
  configureNak: 3,
  configureReject: 4,
  terminateRequest: 5,
  terminateAck: 6,
  codeReject: 7,
  protocolReject: 8,
  echoRequest: 9,
  echoReply: 10,
} as const;

/** RFC 1661 section 6. */
export const lcpOptions = { maximumReceiveUnit: 1, authenticationProtocol: 3, magicNumber: 5 } as const;

/** RFC 1332 section 3.3. */
export const ipcpOptions = { ipAddress: 3 } as const;

const ADDRESS = 0xff;
const CONTROL = 0x03;

export function formatFrame(protocol: number, payload: Buffer): Buffer {
  const head = Buffer.from([ADDRESS, CONTROL, 0, 0]);
  head.writeUInt16BE(protocol, 2);
  return Buffer.concat([head, payload]);
}

/** Address and control may be left out, and of the protocol its upper byte (RFC 1661 6.5 and 6.6). */
export function parseFrame(
  frame: Buffer,
): { readonly protocol: number; readonly payload: Buffer } | undefined {
  const at = frame[0] === ADDRESS && frame[1] === CONTROL ? 2 : 0;
  const first = frame[at];
  if (first === undefined) return undefined;
  if ((first & 1) === 1) return { protocol: first, payload: frame.subarray(at + 1) };
  if (frame.length < at + 2) return undefined;
  return { protocol: frame.readUInt16BE(at), payload: frame.subarray(at + 2) };
}

/** What LCP, IPCP and EAP have alike. */
export interface PppPacket {
  readonly code: number;
  readonly id: number;
  readonly data: Buffer;
}

export function formatPppPacket({ code, id, data }: PppPacket): Buffer {
  const head = Buffer.from([code, id, 0, 0]);
  head.writeUInt16BE(head.length + data.length, 2);
  return Buffer.concat([head, data]);
}

/** What is behind its length is padding. */
export function parsePppPacket(payload: Buffer): PppPacket | undefined {
  if (payload.length < 4) return undefined;
  const length = payload.readUInt16BE(2);
  if (length < 4 || length > payload.length) return undefined;
  return { code: payload[0] ?? 0, id: payload[1] ?? 0, data: payload.subarray(4, length) };
}

export interface PppOption {
  readonly type: number;
  readonly value: Buffer;
}

export function formatOptions(options: readonly PppOption[]): Buffer {
  return Buffer.concat(
    options.map(({ type, value }) => Buffer.concat([Buffer.from([type, 2 + value.length]), value])),
  );
}

export function parseOptions(data: Buffer): readonly PppOption[] | undefined {
  const options: PppOption[] = [];
  for (let at = 0; at < data.length; ) {
    const length = data[at + 1] ?? 0;
    if (length < 2 || at + length > data.length) return undefined;
    options.push({ type: data[at] ?? 0, value: data.subarray(at + 2, at + length) });
    at += length;
  }
  return options;
}
