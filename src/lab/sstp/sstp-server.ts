import { randomBytes, X509Certificate } from "node:crypto";
import { createServer, type TLSSocket } from "node:tls";
import { bindingRequest, higherLayerKey, isCallConnected } from "./crypto-binding.ts";
import { deviceLines } from "./device-lines.ts";
import type { Credentials } from "./eap-tls.ts";
import { type KeepAlive, keepAlive } from "./keep-alive.ts";
import { createPppLink, type PppLink } from "./ppp-link.ts";
import type { SpeakingEnd } from "./speaking-end.ts";
import type { SstpEnd } from "./sstp-end.ts";
import {
  acceptedText,
  attributeIds,
  attributeOf,
  formatControl,
  isSstpRequest,
  messageTypes,
  refusedText,
  statusInfo,
  statusValues,
} from "./sstp-packets.ts";
import type { SstpSettings } from "./sstp-settings.ts";
import type { StateKeeper } from "./sstp-state.ts";
import { createStream } from "./sstp-stream.ts";

const { callConnectRequest, callConnectAck, callConnectNak, callConnected, callAbort } = messageTypes;
const { callDisconnect, callDisconnectAck, echoRequest, echoResponse } = messageTypes;

/** Who has connected, proved who it is, and bound its proof to the connection. */
interface Call {
  readonly link: PppLink;
  end(): void;
}

/** The gateway's end: one user at a time, the last that comes. [MS-SSTP] 3.3. */
export function runServer(
  settings: Extract<SstpSettings, { readonly role: "server" }>,
  credentials: Credentials,
  state: StateKeeper,
  outside: SstpEnd,
): SpeakingEnd {
  let current: Call | undefined;
  const certificate = new X509Certificate(credentials.certificate).raw;
  return {
    calls: createServer({ cert: credentials.certificate, key: credentials.key }, accept),
    start() {
      outside.configure(deviceLines(settings.device, settings.address, []));
      outside.listen(settings.listens);
    },
    packet(packet) {
      if (!current) return;
      state.count("out", packet.length);
      current.link.sendPacket(packet);
    },
    notConnected() {},
    stop() {},
  };

  function accept(socket: TLSSocket): void {
    const nonce = randomBytes(32);
    let key: Buffer | undefined;
    let isBound = false;
    let alive: KeepAlive | undefined;
    let mine: Call | undefined;

    function ended(because: string): void {
      alive?.stop();
      if (current !== undefined && current !== mine) return;
      current = undefined;
      state.say({ connectionStatus: "NotConnected", because });
    }

    const stream = createStream(socket, {
      head(text) {
        socket.write(isSstpRequest(text) ? acceptedText : refusedText);
        return isSstpRequest(text);
      },
      ended,
      packet(packet, raw) {
        alive?.heard();
        if (packet.kind === "data") {
          link.receive(packet.frame);
          return;
        }
        if (packet.type === callConnectRequest)
          connect(attributeOf(packet.attributes, attributeIds.encapsulatedProtocol));
        else if (packet.type === callConnected) bind(raw);
        else if (packet.type === echoRequest) stream.sendControl(formatControl(echoResponse, []));
        else if (packet.type === callDisconnect) stream.sendControl(formatControl(callDisconnectAck, []));
        else if (packet.type === callAbort) fail("the client gives up");
      },
    });
    const link = createPppLink(
      { credentials, role: { is: "server", own: settings.address, gives: settings.userAddress } },
      {
        send: (frame) => stream.sendFrame(frame),
        proved: (masterSessionKey) => {
          key = higherLayerKey(masterSessionKey);
        },
        opened: openWhenBound,
        packet(packet) {
          // Nobody sends as somebody else.
          if (!isBound || sourceOf(packet) !== settings.userAddress) return;
          state.count("in", packet.length);
          outside.sendPacket(packet);
        },
        failed: fail,
      },
    );
    let isOpen = false;

    function fail(because: string): void {
      stream.sendControl(formatControl(callAbort, [statusInfo(statusValues.unacceptedFrame)]));
      stream.end();
      ended(because);
    }

    function connect(protocol: Buffer | undefined): void {
      if (protocol?.equals(Buffer.from([0, 1])) !== true) {
        const status = statusInfo(statusValues.attribUnsupported, attributeIds.encapsulatedProtocol);
        stream.sendControl(formatControl(callConnectNak, [status]));
        return;
      }
      stream.sendControl(formatControl(callConnectAck, [bindingRequest(nonce)]));
      alive = keepAlive(stream, () => fail("the client is silent"));
      link.start();
    }

    function bind(raw: Buffer): void {
      if (!key || !isCallConnected(raw, nonce, certificate, key)) {
        fail("what the client proved does not belong to this connection");
        return;
      }
      isBound = true;
      if (isOpen) openWhenBound();
    }

    function openWhenBound(): void {
      isOpen = true;
      if (!isBound) return;
      current?.end();
      mine = { link, end: () => stream.end() };
      current = mine;
      state.say({ connectionStatus: "Connected" });
    }
  }
}

function sourceOf(packet: Buffer): string | undefined {
  return packet.length >= 20 && (packet[0] ?? 0) >> 4 === 4
    ? [...packet.subarray(12, 16)].join(".")
    : undefined;
}
