import { formatControl, messageTypes } from "./sstp-packets.ts";
import type { SstpStream } from "./sstp-stream.ts";

/** Real ones ask after a minute of silence ([MS-SSTP] 3.1.2); a lab does not wait so long. */
const ASKS_EVERY_MS = 3000;
const LOST_AFTER = 3;

export interface KeepAlive {
  heard(): void;
  stop(): void;
}

/** Asks whether the other end is still there; it is not when it is silent thrice. */
export function keepAlive(stream: SstpStream, lost: () => void): KeepAlive {
  let silent = 0;
  const timer = setInterval(() => {
    if (++silent > LOST_AFTER) lost();
    else stream.sendControl(formatControl(messageTypes.echoRequest, []));
  }, ASKS_EVERY_MS);
  return {
    heard() {
      silent = 0;
    },
    stop: () => clearInterval(timer),
  };
}
