/**
 * What this program and the script of an end (`end-script.ts`) say to each other: how many bytes, in four, of which kind, in
 * one, and those bytes.
 */
export const frameKinds = {
  /** Both ways: what the kernel sent into the end's device, and what is to come out of it. */
  packet: 0,
  /** From the script: which daemon it is; that nobody answered, and why. */
  hello: 1,
  notConnected: 2,
  /** To the script: lines for `ip -batch`; an address to listen at; one to connect to. */
  configure: 3,
  listen: 4,
  dial: 5,
} as const;

export interface EndFrame {
  readonly kind: number;
  readonly bytes: Buffer;
}

const HEAD_BYTES = 5;

export function formatEndFrame(kind: number, bytes: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(HEAD_BYTES + bytes.length);
  frame.writeUInt32BE(bytes.length, 0);
  frame.writeUInt8(kind, 4);
  bytes.copy(frame, HEAD_BYTES);
  return frame;
}

/** Those that are whole, and what begins another. */
export function splitEndFrames(bytes: Buffer): {
  readonly frames: readonly EndFrame[];
  readonly rest: Buffer;
} {
  const frames: EndFrame[] = [];
  let at = 0;
  while (bytes.length - at >= HEAD_BYTES) {
    const end = at + HEAD_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    frames.push({ kind: bytes.readUInt8(at + 4), bytes: bytes.subarray(at + HEAD_BYTES, end) });
    at = end;
  }
  return { frames, rest: bytes.subarray(at) };
}
