import { X509Certificate } from "node:crypto";
import { Duplex } from "node:stream";
import { connect, createSecureContext, TLSSocket } from "node:tls";
import { type EapTlsPiece, formatPiece, parsePiece, piecesOf } from "./eap-packets.ts";
import type { PppPacket } from "./ppp-packets.ts";

/** What one end proves with who it is, and whom it believes: text of PEM. */
export interface Credentials {
  readonly certificate: string;
  readonly key: string;
  readonly root: string;
}

interface EapEvents {
  send(packet: PppPacket): void;
  /** With the master session key of RFC 5216 2.3. */
  proved(masterSessionKey: Buffer): void;
  failed(because: string): void;
}

/** RFC 3748 section 4. */
const REQUEST = 1;
const RESPONSE = 2;
const SUCCESS = 3;
const FAILURE = 4;
/** Types of requests and responses. */
const IDENTITY = 1;
const LEGACY_NAK = 3;
const TLS = 13;

export interface Eap {
  start(): void;
  receive(packet: PppPacket): void;
}

/** What the server is called in its certificate. */
const SERVER_NAME = "server";

/** A handshake of TLS whose bytes travel in EAP. */
function createHandshake(
  isServer: boolean,
  { certificate, key, root }: Credentials,
  events: { said(): void; done(socket: TLSSocket): void; broken(because: string): void },
) {
  const said: Buffer[] = [];
  const wire = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, written) {
      said.push(chunk);
      // One flight is several writes.
      setImmediate(() => events.said());
      written();
    },
  });
  // With 1.3 keys are derived in another way (RFC 9190), which Windows has had only of late.
  const options = { ca: root, cert: certificate, key, maxVersion: "TLSv1.2" } as const;
  const socket = isServer
    ? new TLSSocket(wire, {
        isServer,
        requestCert: true,
        rejectUnauthorized: false,
        secureContext: createSecureContext(options),
      })
    : connect({ ...options, socket: wire, servername: SERVER_NAME });
  socket.on(isServer ? "secure" : "secureConnect", () => events.done(socket));
  socket.on("error", ({ message }) => events.broken(message));
  return {
    hear: (bytes: Buffer) => wire.push(bytes),
    /** What it has said since it was asked last. */
    take: () => Buffer.concat(said.splice(0)),
  };
}

/** The gateway's side: asks, and judges. */
export function createEapServer(credentials: Credentials, events: EapEvents): Eap {
  let id = 0;
  let outgoing: EapTlsPiece[] = [];
  let incoming: Buffer[] = [];
  let verdict: { readonly masterSessionKey: Buffer } | { readonly because: string } | undefined;
  let isAsked = false;
  const handshake = createHandshake(true, credentials, {
    said: () => speak(false),
    done: (socket) => {
      const because = whyNotTrusted(socket.getPeerCertificate().raw, credentials.root);
      verdict = because === undefined ? { masterSessionKey: masterSessionKeyOf(socket) } : { because };
    },
    broken: (because) => {
      verdict = { because: `the client's certificate was not taken: ${because}` };
      // What it has to say of that itself goes first.
      setImmediate(() => setImmediate(() => speak(true)));
    },
  });

  function ask(data: Buffer): void {
    id = (id + 1) & 0xff;
    isAsked = true;
    events.send({ code: REQUEST, id, data });
  }

  /** One request at a time: the next goes out when the one before was answered. The verdict comes after the last word. */
  function speak(isHeard: boolean): void {
    if (isAsked) return;
    if (outgoing.length === 0) outgoing = piecesOf(handshake.take());
    const piece = outgoing.shift();
    if (piece) ask(formatPiece(piece));
    else if (verdict && isHeard) judge(verdict);
  }

  function judge(final: NonNullable<typeof verdict>): void {
    isAsked = true;
    const isProved = "masterSessionKey" in final;
    events.send({ code: isProved ? SUCCESS : FAILURE, id, data: Buffer.alloc(0) });
    if (isProved) events.proved(final.masterSessionKey);
    else events.failed(final.because);
  }

  return {
    start: () => ask(Buffer.from([IDENTITY])),
    receive({ code, id: answered, data }) {
      if (code !== RESPONSE || answered !== id || !isAsked) return;
      isAsked = false;
      if (data[0] === IDENTITY) {
        ask(formatPiece({ isStart: true, hasMore: false, bytes: Buffer.alloc(0) }));
        return;
      }
      if (data[0] === LEGACY_NAK) {
        verdict = { because: "the client does not want EAP-TLS" };
        judge(verdict);
        return;
      }
      const piece = data[0] === TLS ? parsePiece(data) : undefined;
      if (!piece) return;
      incoming.push(piece.bytes);
      if (piece.hasMore) {
        ask(formatPiece({ isStart: false, hasMore: false, bytes: Buffer.alloc(0) }));
        return;
      }
      const whole = Buffer.concat(incoming);
      incoming = [];
      if (whole.length === 0) speak(true);
      else handshake.hear(whole);
    },
  };
}

/** The user's side: answers what it is asked. */
export function createEapClient(credentials: Credentials, identity: string, events: EapEvents): Eap {
  let outgoing: EapTlsPiece[] = [];
  let incoming: Buffer[] = [];
  let asked: number | undefined;
  let handshake: ReturnType<typeof createHandshake> | undefined;
  let masterSessionKey: Buffer | undefined;
  let broken: string | undefined;

  function answer(data: Buffer): void {
    if (asked === undefined) return;
    events.send({ code: RESPONSE, id: asked, data });
    asked = undefined;
  }

  function speak(): void {
    if (asked === undefined || !handshake) return;
    if (outgoing.length === 0) outgoing = piecesOf(handshake.take());
    const piece = outgoing.shift();
    if (piece) answer(formatPiece(piece));
    else if (masterSessionKey ?? broken) answer(emptyPiece());
  }

  function begin(): void {
    handshake = createHandshake(false, credentials, {
      said: speak,
      done: (socket) => {
        masterSessionKey = masterSessionKeyOf(socket);
        speak();
      },
      broken: (because) => {
        broken = because;
        setImmediate(speak);
      },
    });
  }

  function hear(piece: EapTlsPiece): void {
    if (piece.isStart) {
      begin();
      return;
    }
    incoming.push(piece.bytes);
    const whole = Buffer.concat(incoming);
    if (piece.hasMore || whole.length === 0) {
      if (piece.hasMore) answer(emptyPiece());
      else speak();
      return;
    }
    incoming = [];
    handshake?.hear(whole);
  }

  return {
    start() {},
    receive({ code, id, data }) {
      if (code === SUCCESS && masterSessionKey) events.proved(masterSessionKey);
      if (code === FAILURE) events.failed(broken ?? "the gateway refuses this client's certificate");
      if (code !== REQUEST) return;

      asked = id;
      if (data[0] === IDENTITY) answer(Buffer.concat([Buffer.from([IDENTITY]), Buffer.from(identity)]));
      else if (data[0] !== TLS) answer(Buffer.from([LEGACY_NAK, TLS]));
      else {
        const piece = parsePiece(data);
        if (piece) hear(piece);
      }
    },
  };
}

function emptyPiece(): Buffer {
  return formatPiece({ isStart: false, hasMore: false, bytes: Buffer.alloc(0) });
}

const LABEL = "client EAP encryption";
const KEY_BYTES = 64;

/** Without a context, which gives another key than an empty one. */
function masterSessionKeyOf(socket: {
  exportKeyingMaterial(length: number, label: string, context?: Buffer): Buffer;
}): Buffer {
  return socket.exportKeyingMaterial(KEY_BYTES, LABEL);
}

const CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

/** `undefined`: by the root, in its time, and for clients. */
function whyNotTrusted(raw: Buffer | undefined, root: string, now: Date = new Date()): string | undefined {
  if (!raw) return "the client shows no certificate";

  const [certificate, authority] = [new X509Certificate(raw), new X509Certificate(root)];
  if (!certificate.checkIssued(authority) || !certificate.verify(authority.publicKey))
    return "the client's certificate is by a root that the gateway does not trust";
  if (now < new Date(certificate.validFrom) || now > new Date(certificate.validTo))
    return "the client's certificate is out of date";
  return certificate.keyUsage.includes(CLIENT_AUTHENTICATION)
    ? undefined
    : "the client's certificate is not for clients";
}
