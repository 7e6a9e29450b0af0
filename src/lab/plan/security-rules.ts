import { privateRanges } from "../../azure/address-space.ts";
import { formatPrefix, parsePrefix, summarise } from "../../ip/index.ts";
import type { AddressMatch, Filter, FilterRule, Node, PortRange } from "../../model/topology.ts";
import { addNft, type LabDraft, type NamespaceDraft } from "./lab-draft.ts";
import { nftSet, ROUTED } from "./nft-text.ts";
import { routedRanges, tagOf } from "./routed-ranges.ts";

/** The filters that a host's packets meet, at its own device: what answers an open flow passes. */
export function filterAsTold(draft: LabDraft, node: Node, namespace: NamespaceDraft, device: string): void {
  const jumps = (ids: readonly string[], way: string) =>
    ids.flatMap((id, index) => {
      const filter = draft.topology.filters.get(id);
      const chain = `${way}${index}`;
      if (filter) addNft(namespace, chain, ...filterStatements(filter));
      return filter ? [`jump ${chain}`] : [];
    });
  const inbound = jumps(node.inbound ?? [], "inbound");
  const outbound = jumps(node.outbound ?? [], "outbound");
  if (inbound.length + outbound.length === 0) return;

  const tag = tagOf(draft.topology, node);
  namespace.tagged = { tag, ranges: merged(routedRanges(draft.topology, node)) };
  const open = "ct state established,related accept";
  addNft(namespace, "input", open, ...inbound.map((jump) => `iifname "${device}" ${jump}`));
  addNft(namespace, "output", open, ...outbound.map((jump) => `oifname "${device}" ${jump}`));
  addNft(namespace, "forward", open, ...inbound);
  addNft(namespace, "leaving", open, ...outbound.map((jump) => `iifname "${device}" ${jump}`));
}

/** A rule that allows lets the packet go on to the next filter. */
function filterStatements({ rules }: Filter): readonly string[] {
  return rules.filter(canMatch).flatMap((rule) => {
    const verdict = rule.access === "Allow" ? "return" : "drop";
    return sidesOf(rule).map((sides) =>
      [sides, protocolText(rule), verdict].filter((part) => part !== "").join(" "),
    );
  });
}

/** Every source with every destination: nftables has no "or" between addresses in and out of a set. */
function sidesOf({ sources, destinations }: FilterRule): readonly string[] {
  return addressTexts(sources, "saddr").flatMap((source) =>
    addressTexts(destinations, "daddr").map((destination) => `${source} ${destination}`.trim()),
  );
}

function addressTexts(match: AddressMatch, side: "saddr" | "daddr"): readonly string[] {
  if (match.any) return [""];

  const ranges = match.prefixes.filter(({ family }) => family === 4).map(formatPrefix);
  return [
    ...(ranges.length === 0 ? [] : [`ip ${side} ${nftSet(merged(ranges))}`]),
    ...(match.routed ? [`ip ${side} @${ROUTED}`] : []),
    ...(match.internet
      ? [`ip ${side} != ${nftSet(merged(privateRanges.value))} ip ${side} != @${ROUTED}`]
      : []),
  ];
}

function merged(ranges: readonly string[]): readonly string[] {
  const prefixes = ranges.flatMap((range) => parsePrefix(range) ?? []);
  return summarise(prefixes.filter(({ family }) => family === 4)).map(formatPrefix);
}

const ALL_PORTS = 65_535;
const WITH_PORTS = ["*", "tcp", "udp"];

/** What has no ports is matched by no rule that names some. */
function canMatch({ protocol, sourcePorts, destinationPorts }: FilterRule): boolean {
  return WITH_PORTS.includes(protocol) || [sourcePorts, destinationPorts].every(isEveryPort);
}

function isEveryPort(ranges: readonly PortRange[]): boolean {
  return ranges.length === 0 || ranges.some(({ from, to }) => from === 0 && to === ALL_PORTS);
}

function protocolText({ protocol, sourcePorts, destinationPorts }: FilterRule): string {
  const ports = [portsText("sport", sourcePorts), portsText("dport", destinationPorts)].filter(
    (text) => text !== "",
  );
  if (ports.length > 0 && protocol === "*")
    return `meta l4proto { tcp, udp } ${ports.map((text) => `th ${text}`).join(" ")}`;
  if (ports.length > 0) return ports.map((text) => `${protocol} ${text}`).join(" ");
  return protocol === "*" ? "" : `meta l4proto ${protocol}`;
}

function portsText(side: "sport" | "dport", ranges: readonly PortRange[]): string {
  if (isEveryPort(ranges)) return "";
  return `${side} ${nftSet(ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)))}`;
}
