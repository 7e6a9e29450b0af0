import { randomUUID } from "node:crypto";
import { createServer, type Socket } from "node:net";
import { connect } from "node:tls";
import { callConnected, higherLayerKey, nonceIn } from "./crypto-binding.ts";
import { deviceLines } from "./device-lines.ts";
import type { Credentials } from "./eap-tls.ts";
import { type KeepAlive, keepAlive } from "./keep-alive.ts";
import { createPppLink } from "./ppp-link.ts";
import type { SpeakingEnd } from "./speaking-end.ts";
import type { SstpEnd } from "./sstp-end.ts";
import { encapsulatedPpp, formatControl, messageTypes, requestText, statusOf } from "./sstp-packets.ts";
import type { SstpSettings } from "./sstp-settings.ts";
import type { StateKeeper } from "./sstp-state.ts";
import { createStream } from "./sstp-stream.ts";

const AGAIN_AFTER_MS = 500;
/** [MS-SSTP] 3.2.2 gives a negotiation a minute. */
const NEGOTIATES_FOR_MS = 60_000;

const { callConnectRequest, callConnectAck, callConnectNak, callAbort } = messageTypes;
const { callDisconnect, callDisconnectAck, echoRequest, echoResponse } = messageTypes;

/** A connection that is tried, or open. */
interface Attempt {
  connected(wire: Socket): void;
  over(because: string): void;
}

/** The user's end: connects, and again where that ends. [MS-SSTP] 3.2. */
export function runClient(
  settings: Extract<SstpSettings, { readonly role: "client" }>,
  credentials: Credentials,
  state: StateKeeper,
  outside: SstpEnd,
): SpeakingEnd {
  let sendPacket: ((packet: Buffer) => void) | undefined;
  let attempt: Attempt | undefined;
  let again: NodeJS.Timeout | undefined;
  let isStopped = false;
  return {
    calls: createServer((wire) => attempt?.connected(wire)),
    start: dial,
    packet(packet) {
      if (!sendPacket) return;
      state.count("out", packet.length);
      sendPacket(packet);
    },
    notConnected: (because) => attempt?.over(because),
    stop() {
      isStopped = true;
      clearTimeout(again);
      attempt?.over("the end of the tunnel is gone");
    },
  };

  function dial(): void {
    const close: (() => void)[] = [];
    let isOver = false;
    const patience = setTimeout(() => over("the gateway does not answer"), NEGOTIATES_FOR_MS);
    attempt = {
      over,
      connected(wire) {
        if (isOver || close.length > 0) wire.destroy();
        else close.push(negotiate(wire, over, () => clearTimeout(patience)));
      },
    };
    outside.dial(settings.server);

    function over(because: string): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(patience);
      for (const one of close) one();
      if (sendPacket && !isStopped) outside.configure(deviceLines(settings.device, undefined, []));
      sendPacket = undefined;
      state.say({ connectionStatus: "NotConnected", because });
      if (!isStopped) again = setTimeout(dial, AGAIN_AFTER_MS);
    }
  }

  /** Answers with what ends it. */
  function negotiate(wire: Socket, over: (because: string) => void, isOpen: () => void): () => void {
    let alive: KeepAlive | undefined;
    let nonce: Buffer | undefined;
    const socket = connect({ socket: wire, servername: "server", ca: credentials.root });

    const stream = createStream(socket, {
      head(text) {
        if (!/^HTTP\/1\.1 200\b/.test(text)) {
          over("the gateway does not speak SSTP");
          return false;
        }
        stream.sendControl(formatControl(callConnectRequest, [encapsulatedPpp()]));
        return true;
      },
      ended: over,
      packet(packet) {
        alive?.heard();
        if (packet.kind === "data") {
          link.receive(packet.frame);
          return;
        }
        const { type, attributes } = packet;
        if (type === callConnectAck) {
          nonce = nonceIn(attributes);
          alive = keepAlive(stream, () => over("the gateway is silent"));
          if (nonce) link.start();
          else over("the gateway asks for a binding that is not known here");
        } else if (type === echoRequest) stream.sendControl(formatControl(echoResponse, []));
        else if (type === callDisconnect) stream.sendControl(formatControl(callDisconnectAck, []));
        else if (type === callConnectNak || type === callAbort)
          over(`the gateway refuses with status ${statusOf(attributes) ?? 0}`);
      },
    });
    const link = createPppLink(
      { credentials, role: { is: "client" } },
      {
        send: (frame) => stream.sendFrame(frame),
        proved(masterSessionKey) {
          const { raw } = socket.getPeerCertificate();
          if (nonce) stream.sendControl(callConnected(nonce, raw, higherLayerKey(masterSessionKey)));
        },
        opened(address) {
          isOpen();
          outside.configure(deviceLines(settings.device, address, settings.routes));
          sendPacket = (packet) => link.sendPacket(packet);
          state.say({ connectionStatus: "Connected" });
        },
        packet(packet) {
          state.count("in", packet.length);
          outside.sendPacket(packet);
        },
        failed: over,
      },
    );
    socket.once("secureConnect", () =>
      socket.write(requestText(settings.server, randomUUID().toUpperCase())),
    );
    return () => {
      alive?.stop();
      socket.destroy();
    };
  }
}
