import type { Decider } from "../../model/trace.ts";

/** Where a packet goes on although a rule denies it, that was said of a part of the flow. */
export function deciderWords(decider: Decider, goesOn: boolean): string {
  if (decider.what === "setting") return decider.says;
  if (decider.what === "rule") {
    const denies = goesOn ? "denies a part of it" : "denies it";
    return `${decider.filter} ${decider.access === "Allow" ? "allows it" : denies} by ${decider.name}`;
  }

  const { source, name, addressPrefix, nextHopType, nextHopIpAddress } = decider;
  // The portal's word, and short enough for a line.
  const kind = source === "VirtualNetworkGateway" ? "Gateway" : source;
  const route = name === undefined ? `${kind} route` : `${kind} route ${name}`;
  return `${route} ${addressPrefix} → ${nextHopType} ${nextHopIpAddress.join(", ")}`.trimEnd();
}
