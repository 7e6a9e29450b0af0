import { randomUUID } from "node:crypto";
import { connect } from "node:tls";
import { callConnected, higherLayerKey, nonceIn } from "./crypto-binding.ts";
import type { Credentials } from "./eap-tls.ts";
import { type KeepAlive, keepAlive } from "./keep-alive.ts";
import { createPppLink } from "./ppp-link.ts";
import { encapsulatedPpp, formatControl, messageTypes, requestText, statusOf } from "./sstp-packets.ts";
import { PORT, type SstpSettings } from "./sstp-settings.ts";
import type { StateKeeper } from "./sstp-state.ts";
import { createStream } from "./sstp-stream.ts";
import { configureTun, readTun, writeTun } from "./tun.ts";

const AGAIN_AFTER_MS = 500;
/** [MS-SSTP] 3.2.2 gives a negotiation a minute. */
const NEGOTIATES_FOR_MS = 60_000;

const { callConnectRequest, callConnectAck, callConnectNak, callAbort } = messageTypes;
const { callDisconnect, callDisconnectAck, echoRequest, echoResponse } = messageTypes;

/** The user's end: connects, and again where that ends. [MS-SSTP] 3.2. */
export function runClient(
  settings: Extract<SstpSettings, { readonly role: "client" }>,
  credentials: Credentials,
  state: StateKeeper,
): void {
  let sendPacket: ((packet: Buffer) => void) | undefined;
  readTun((packet) => {
    if (!sendPacket) return;
    state.count("out", packet.length);
    sendPacket(packet);
  });
  dial();

  function dial(): void {
    let alive: KeepAlive | undefined;
    let isOver = false;
    let nonce: Buffer | undefined;
    const patience = setTimeout(() => over("the gateway does not answer"), NEGOTIATES_FOR_MS);
    const socket = connect({
      host: settings.server,
      port: PORT,
      servername: "server",
      ca: credentials.root,
    });

    function over(because: string): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(patience);
      alive?.stop();
      socket.destroy();
      if (sendPacket) configureTun(settings.device, undefined, []);
      sendPacket = undefined;
      state.say({ connectionStatus: "NotConnected", because });
      setTimeout(dial, AGAIN_AFTER_MS);
    }

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
          clearTimeout(patience);
          configureTun(settings.device, address, settings.routes);
          sendPacket = (packet) => link.sendPacket(packet);
          state.say({ connectionStatus: "Connected" });
        },
        packet(packet) {
          state.count("in", packet.length);
          writeTun(packet);
        },
        failed: over,
      },
    );
    socket.once("secureConnect", () =>
      socket.write(requestText(settings.server, randomUUID().toUpperCase())),
    );
  }
}
