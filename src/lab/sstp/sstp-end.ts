import type { Socket } from "node:net";
import { formatEndFrame, frameKinds, splitEndFrames } from "./end-frames.ts";

/** An end's script, which is in the end's namespace, and what can be asked of it. */
export interface SstpEnd {
  /** Out of its device. */
  sendPacket(packet: Buffer): void;
  /** Lines for `ip -batch`. */
  configure(lines: string): void;
  listen(address: string): void;
  /** Answered by a connection to the folder's socket, or by `notConnected`. */
  dial(address: string): void;
}

interface EndEvents {
  hello(name: string): void;
  packet(packet: Buffer): void;
  notConnected(because: string): void;
  /** The script is gone, and with it its device and connections. */
  ended(): void;
}

/** More than that waiting to be read by the script, and packets are dropped. */
const MOST_WAITING = 4_000_000;

export function createEnd(socket: Socket, events: EndEvents): SstpEnd {
  let bytes: Buffer = Buffer.alloc(0);
  const say = (kind: number, words: string) => socket.write(formatEndFrame(kind, Buffer.from(words)));

  socket.on("data", (chunk: Buffer) => {
    const { frames, rest } = splitEndFrames(bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]));
    bytes = rest;
    for (const frame of frames) {
      if (frame.kind === frameKinds.packet) events.packet(frame.bytes);
      else if (frame.kind === frameKinds.hello) events.hello(frame.bytes.toString());
      else if (frame.kind === frameKinds.notConnected) events.notConnected(frame.bytes.toString());
    }
  });
  // What follows is that it is closed.
  socket.on("error", () => {});
  socket.on("close", () => events.ended());

  return {
    sendPacket(packet) {
      if (socket.writableLength < MOST_WAITING) socket.write(formatEndFrame(frameKinds.packet, packet));
    },
    configure: (lines) => say(frameKinds.configure, lines),
    listen: (address) => say(frameKinds.listen, address),
    dial: (address) => say(frameKinds.dial, address),
  };
}
