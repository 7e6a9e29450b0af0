import type { PortRange } from "../model/topology.ts";
import type { Flow } from "../model/trace.ts";

/** A part of a flow that rules treat alike: a flow of any port is cut where they differ. */
export interface FlowPart {
  readonly protocol: string;
  readonly sourcePorts: PortRange;
  readonly destinationPorts: PortRange;
}

export const anyPort: PortRange = { from: 0, to: 65_535 };

/** Protocols that rules can name; those with ports alone can be told apart by port. */
const withPorts = ["tcp", "udp"];
const protocols = [...withPorts, "icmp", "esp", "ah"];

/** Of flows that differ by protocol alone: whoever judges a flow remembers it by its parts. */
const ofAnyPort = new Map<string, readonly FlowPart[]>();

export function partsOf(flow: Flow): readonly FlowPart[] {
  if (flow.port !== undefined) return cutByProtocol(flow);

  const parts = ofAnyPort.get(flow.protocol) ?? cutByProtocol(flow);
  ofAnyPort.set(flow.protocol, parts);
  return parts;
}

function cutByProtocol({ protocol, port }: Flow): readonly FlowPart[] {
  const destinationPorts = port === undefined ? anyPort : { from: port, to: port };
  const any = port === undefined ? protocols : withPorts;
  return (protocol === "*" ? any : [protocol]).map((protocol) => ({
    protocol,
    sourcePorts: anyPort,
    destinationPorts: hasPorts(protocol) ? destinationPorts : anyPort,
  }));
}

export function hasPorts(protocol: string): boolean {
  return withPorts.includes(protocol);
}

const answers = new WeakMap<readonly FlowPart[], readonly FlowPart[]>();

/** The same flow, seen from the far end. */
export function answersTo(parts: readonly FlowPart[]): readonly FlowPart[] {
  const known = answers.get(parts) ?? parts.map(answerTo);
  answers.set(parts, known);
  return known;
}

function answerTo({ protocol, sourcePorts, destinationPorts }: FlowPart): FlowPart {
  return { protocol, sourcePorts: destinationPorts, destinationPorts: sourcePorts };
}

/** `tcp 0-21, tcp 23-65535, udp`. */
export function formatParts(parts: readonly FlowPart[]): string {
  return mergeParts(parts).map(formatPart).join(", ");
}

function formatPart({ protocol, sourcePorts, destinationPorts }: FlowPart): string {
  const to = isAny(destinationPorts) ? "" : ` ${formatRange(destinationPorts)}`;
  const from = isAny(sourcePorts) ? "" : ` from ${formatRange(sourcePorts)}`;
  return `${protocol}${to}${from}`;
}

function formatRange({ from, to }: PortRange): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

function isAny({ from, to }: PortRange): boolean {
  return from <= anyPort.from && to >= anyPort.to;
}

/** Neighbours become one. */
export function mergeParts(parts: readonly FlowPart[]): readonly FlowPart[] {
  const merged: FlowPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last && continues(last, part)) {
      merged[merged.length - 1] = {
        ...last,
        destinationPorts: { from: last.destinationPorts.from, to: part.destinationPorts.to },
      };
    } else merged.push(part);
  }
  return merged;
}

function continues(last: FlowPart, next: FlowPart): boolean {
  return (
    last.protocol === next.protocol &&
    last.sourcePorts.from === next.sourcePorts.from &&
    last.sourcePorts.to === next.sourcePorts.to &&
    last.destinationPorts.to + 1 === next.destinationPorts.from
  );
}
