import type { Server } from "node:net";

/** What speaks SSTP for an end. */
export interface SpeakingEnd {
  /** Where the end's script brings connections, of which it knows no more than their bytes. */
  readonly calls: Server;
  /** When it hears of them. */
  start(): void;
  /** The kernel sent it into the end's device. */
  packet(packet: Buffer): void;
  notConnected(because: string): void;
  /** The end is gone; so are its connections by themselves. */
  stop(): void;
}
