import { readFileSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { basename, join } from "node:path";
import type { SpeakingEnd } from "./speaking-end.ts";
import { runClient } from "./sstp-client.ts";
import { createEnd, type SstpEnd } from "./sstp-end.ts";
import { runServer } from "./sstp-server.ts";
import { CALLS, parseSettings, SETTINGS, SOCKET } from "./sstp-settings.ts";
import { keepState } from "./sstp-state.ts";

/**
 * A program of a lab, started in its own folder: speaks SSTP for all ends, of which each has a folder beside. An end is there for as
 * long as its script is connected.
 */
const DAEMONS = "..";
const CERTIFICATES = join("..", "..", "certificates");
const stops = new Map<string, () => void>();

rmSync(basename(SOCKET), { force: true });
createServer(take).listen(basename(SOCKET));

function take(socket: Socket): void {
  let speaking: SpeakingEnd | undefined;
  let end: (() => void) | undefined;
  const outside = createEnd(socket, {
    hello(name) {
      // One that was started anew may be here before the one before it is seen to be gone.
      stops.get(name)?.();
      const begun = tryToBegin(name, outside);
      if (!begun) {
        socket.destroy();
        return;
      }
      speaking = begun.speaking;
      end = () => {
        if (stops.get(name) === end) stops.delete(name);
        begun.stop();
      };
      stops.set(name, end);
    },
    packet: (packet) => speaking?.packet(packet),
    notConnected: (because) => speaking?.notConnected(because),
    ended: () => end?.(),
  });
}

/** What is wrong with one is no matter of the others: it says so, and its script tries again. */
function tryToBegin(name: string, outside: SstpEnd): ReturnType<typeof begin> | undefined {
  try {
    return begin(name, outside);
  } catch (error) {
    const state = keepState(join(DAEMONS, name));
    state.say({
      connectionStatus: "NotConnected",
      because: error instanceof Error ? error.message : String(error),
    });
    state.stop();
    return undefined;
  }
}

function begin(name: string, outside: SstpEnd): { readonly speaking: SpeakingEnd; stop(): void } {
  const folder = join(DAEMONS, name);
  const settings = parseSettings(readFileSync(join(folder, SETTINGS), "utf8"));
  const credentials = {
    certificate: readCertificate(`${settings.certificate}.crt`),
    key: readCertificate(`${settings.certificate}.key`),
    root: readCertificate("ca.crt"),
  };
  const state = keepState(folder);
  const speaking =
    settings.role === "server"
      ? runServer(settings, credentials, state, outside)
      : runClient(settings, credentials, state, outside);
  const calls = join(folder, CALLS);
  rmSync(calls, { force: true });
  speaking.calls.listen(calls, () => speaking.start());
  return {
    speaking,
    stop() {
      state.stop();
      speaking.calls.close();
      speaking.stop();
    },
  };
}

function readCertificate(file: string): string {
  return readFileSync(join(CERTIFICATES, file), "utf8");
}
