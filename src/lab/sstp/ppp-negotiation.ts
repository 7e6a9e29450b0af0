import { codes, formatOptions, type PppOption, type PppPacket, parseOptions } from "./ppp-packets.ts";

/** What one asks of the other end of LCP or IPCP, and what one lets it have. */
export interface Negotiated {
  /** What is asked for. */
  wanted(): readonly PppOption[];
  /** The other end would rather have this; answered by asking anew. */
  suggested(option: PppOption): void;
  /** The other end does not know this. `false`: nothing works without it. */
  refused(option: PppOption): boolean;
  /** What to say to an option that the other end asks for: yes, no, or what it is to ask for instead. */
  judge(option: PppOption): "ack" | "reject" | PppOption;
  opened(): void;
  failed(because: string): void;
}

/** Two ends that go on correcting each other are given up. RFC 1661 4.6, Max-Failure. */
const MOST_REQUESTS = 10;

export interface Negotiation {
  start(): void;
  /** `false`: none of its codes. */
  receive(packet: PppPacket): boolean;
}

/**
 * The options of LCP and IPCP: open when each end has said yes to what the other asked for. Without the timers of RFC 1661, for
 * what lies below loses nothing.
 */
export function createNegotiation(negotiated: Negotiated, send: (packet: PppPacket) => void): Negotiation {
  let id = 0;
  let requests = 0;
  let isAcked = false;
  let hasAcked = false;

  function request(): void {
    if (++requests > MOST_REQUESTS) {
      negotiated.failed("the two ends do not agree on how to speak PPP");
      return;
    }
    id = (id + 1) & 0xff;
    send({ code: codes.configureRequest, id, data: formatOptions(negotiated.wanted()) });
  }

  function answer({ id: asked, data }: PppPacket): void {
    const options = parseOptions(data);
    if (!options) return;

    const verdicts = options.map((option) => ({ option, verdict: negotiated.judge(option) }));
    const rejected = verdicts.filter(({ verdict }) => verdict === "reject").map(({ option }) => option);
    const better = verdicts.flatMap(({ verdict }) => (typeof verdict === "string" ? [] : [verdict]));
    const reply = (code: number, some: readonly PppOption[]) =>
      send({ code, id: asked, data: formatOptions(some) });
    hasAcked = rejected.length === 0 && better.length === 0;
    if (rejected.length > 0) reply(codes.configureReject, rejected);
    else if (better.length > 0) reply(codes.configureNak, better);
    else reply(codes.configureAck, options);
    openWhenAgreed();
  }

  function openWhenAgreed(): void {
    if (isAcked && hasAcked) negotiated.opened();
  }

  return {
    start: request,
    receive(packet) {
      const isReply = packet.id === id;
      switch (packet.code) {
        case codes.configureRequest:
          answer(packet);
          return true;
        case codes.configureAck:
          if (isReply && !isAcked) {
            isAcked = true;
            openWhenAgreed();
          }
          return true;
        case codes.configureNak:
          if (!isReply) return true;
          for (const option of parseOptions(packet.data) ?? []) negotiated.suggested(option);
          request();
          return true;
        case codes.configureReject:
          if (!isReply) return true;
          if ((parseOptions(packet.data) ?? []).every((option) => negotiated.refused(option))) request();
          else negotiated.failed("the other end refuses what nothing works without");
          return true;
        default:
          return false;
      }
    },
  };
}
