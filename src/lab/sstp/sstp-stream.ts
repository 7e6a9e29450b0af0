import type { TLSSocket } from "node:tls";
import { formatData, parsePacket, type SstpPacket, splitPackets } from "./sstp-packets.ts";

interface StreamEvents {
  /** The HTTP head that comes before all packets; `false` ends it. */
  head(text: string): boolean;
  packet(packet: SstpPacket, raw: Buffer): void;
  ended(because: string): void;
}

export interface SstpStream {
  sendControl(packet: Buffer): void;
  sendFrame(frame: Buffer): void;
  end(): void;
}

/** More than that waiting to be sent, and packets are dropped: a TUN must not fill the memory. */
const MOST_WAITING = 4_000_000;
const LONGEST_HEAD = 8192;

/** A TLS connection as HTTP's head and the packets of SSTP behind it. */
export function createStream(socket: TLSSocket, events: StreamEvents): SstpStream {
  let bytes: Buffer = Buffer.alloc(0);
  let isHead = true;
  let isOver = false;

  function over(because: string): void {
    if (isOver) return;
    isOver = true;
    socket.destroy();
    events.ended(because);
  }

  function takeHead(): boolean {
    const end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
      if (bytes.length > LONGEST_HEAD) over("the other end does not speak HTTP");
      return false;
    }
    const text = bytes.subarray(0, end).toString("latin1");
    bytes = bytes.subarray(end + 4);
    isHead = false;
    if (events.head(text)) return true;
    isOver = true;
    socket.end();
    return false;
  }

  socket.setNoDelay();
  socket.on("data", (chunk: Buffer) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
    if (isOver || (isHead && !takeHead())) return;

    const split = splitPackets(bytes);
    if (!split) {
      over("the other end does not speak SSTP");
      return;
    }
    bytes = split.rest;
    for (const raw of split.packets) {
      const packet = parsePacket(raw);
      if (!packet) over("the other end sends a packet that is none");
      else if (!isOver) events.packet(packet, raw);
    }
  });
  socket.on("error", ({ message }) => over(message));
  socket.on("close", () => over("the connection is closed"));

  return {
    sendControl: (packet) => {
      if (!isOver) socket.write(packet);
    },
    sendFrame: (frame) => {
      if (!isOver && socket.writableLength < MOST_WAITING) socket.write(formatData(frame));
    },
    end: () => {
      isOver = true;
      socket.end();
    },
  };
}
