import { randomBytes } from "node:crypto";
import { type Credentials, createEapClient, createEapServer } from "./eap-tls.ts";
import { createNegotiation, type Negotiated } from "./ppp-negotiation.ts";
import {
  codes,
  formatFrame,
  formatPppPacket,
  ipcpOptions,
  lcpOptions,
  type PppOption,
  type PppPacket,
  parseFrame,
  parsePppPacket,
  protocols,
} from "./ppp-packets.ts";

export interface PppSettings {
  readonly credentials: Credentials;
  /** A client takes the address that it is given; a server gives one. */
  readonly role:
    | { readonly is: "client" }
    | { readonly is: "server"; readonly own: string; readonly gives: string };
}

export interface PppEvents {
  send(frame: Buffer): void;
  /** The other end has proved who it is. */
  proved(masterSessionKey: Buffer): void;
  /** Packets may go, from this address. */
  opened(address: string): void;
  packet(packet: Buffer): void;
  failed(because: string): void;
}

export interface PppLink {
  start(): void;
  receive(frame: Buffer): void;
  sendPacket(packet: Buffer): void;
}

/** What fits into a packet of TLS over TCP over IP of the usual size. */
export const MTU = 1400;

/** LCP, then EAP-TLS, then IPCP (RFC 1661 section 3), then packets. */
export function createPppLink({ credentials, role }: PppSettings, events: PppEvents): PppLink {
  const isServer = role.is === "server";
  const sendOn = (protocol: number) => (packet: PppPacket) =>
    events.send(formatFrame(protocol, formatPppPacket(packet)));
  const magic = randomBytes(4);
  let phase: "link" | "authenticate" | "network" | "open" | "over" = "link";
  let address = isServer ? role.own : "0.0.0.0";
  let rejects = 0;

  function fail(because: string): void {
    if (phase === "over") return;
    phase = "over";
    sendOn(protocols.lcp)({ code: codes.terminateRequest, id: 1, data: Buffer.alloc(0) });
    events.failed(because);
  }

  const eapEvents = {
    send: sendOn(protocols.eap),
    failed: fail,
    proved(masterSessionKey: Buffer) {
      if (phase !== "authenticate") return;
      phase = "network";
      events.proved(masterSessionKey);
      ipcp.start();
    },
  };
  const eap = isServer
    ? createEapServer(credentials, eapEvents)
    : createEapClient(credentials, "client", eapEvents);

  const lcp = createNegotiation(
    {
      wanted: () => [
        { type: lcpOptions.maximumReceiveUnit, value: Buffer.from([MTU >> 8, MTU & 0xff]) },
        { type: lcpOptions.magicNumber, value: magic },
        ...(isServer ? [byEap()] : []),
      ],
      suggested() {},
      refused: ({ type }) => type !== lcpOptions.authenticationProtocol,
      judge: (option) => judgeLcp(option, isServer),
      opened() {
        if (phase !== "link") return;
        phase = "authenticate";
        if (isServer) eap.start();
      },
      failed: fail,
    },
    sendOn(protocols.lcp),
  );

  const ip: Negotiated = {
    wanted: () => [{ type: ipcpOptions.ipAddress, value: bytesOf(address) }],
    suggested({ type, value }) {
      if (!isServer && type === ipcpOptions.ipAddress && value.length === 4) address = [...value].join(".");
    },
    refused: () => false,
    judge({ type, value }) {
      if (type !== ipcpOptions.ipAddress) return "reject";
      if (!isServer || value.equals(bytesOf(role.gives))) return "ack";
      return { type, value: bytesOf(role.gives) };
    },
    opened() {
      if (phase !== "network") return;
      phase = "open";
      events.opened(address);
    },
    failed: fail,
  };
  const ipcp = createNegotiation(ip, sendOn(protocols.ipcp));

  function receiveLcp(packet: PppPacket): void {
    if (lcp.receive(packet)) return;
    const reply = (code: number, data: Buffer) => sendOn(protocols.lcp)({ code, id: packet.id, data });
    if (packet.code === codes.echoRequest)
      reply(codes.echoReply, Buffer.concat([magic, packet.data.subarray(4)]));
    if (packet.code !== codes.terminateRequest) return;
    reply(codes.terminateAck, Buffer.alloc(0));
    if (phase !== "over") {
      phase = "over";
      events.failed("the other end takes the PPP link down");
    }
  }

  return {
    start: () => lcp.start(),
    receive(frame) {
      const parsed = parseFrame(frame);
      if (!parsed || phase === "over") return;
      const { protocol, payload } = parsed;
      if (protocol === protocols.ip) {
        if (phase === "open") events.packet(payload);
        return;
      }
      const packet = parsePppPacket(payload);
      if (!packet) return;
      if (protocol === protocols.lcp) receiveLcp(packet);
      else if (protocol === protocols.eap) {
        if (phase === "authenticate") eap.receive(packet);
      } else if (protocol === protocols.ipcp) {
        if (phase === "network" || phase === "open") ipcp.receive(packet);
      } else
        sendOn(protocols.lcp)({
          code: codes.protocolReject,
          id: ++rejects & 0xff,
          data: Buffer.concat([Buffer.from([protocol >> 8, protocol & 0xff]), payload]),
        });
    },
    sendPacket: (packet) => events.send(formatFrame(protocols.ip, packet)),
  };
}

function byEap(): PppOption {
  return {
    type: lcpOptions.authenticationProtocol,
    value: Buffer.from([protocols.eap >> 8, protocols.eap & 0xff]),
  };
}

/** Compression of headers and whatever else there is: not here. Nobody asks a gateway to prove itself in PPP. */
function judgeLcp(option: PppOption, isServer: boolean): "ack" | "reject" | PppOption {
  if (option.type === lcpOptions.maximumReceiveUnit || option.type === lcpOptions.magicNumber) return "ack";
  if (option.type !== lcpOptions.authenticationProtocol || isServer) return "reject";
  return option.value.equals(byEap().value) ? "ack" : byEap();
}

function bytesOf(address: string): Buffer {
  return Buffer.from(address.split(".").map(Number));
}
