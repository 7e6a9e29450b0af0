import {
  addressAt,
  alignPrefix,
  firstAddress,
  formatAddress,
  formatPrefix,
  lastAddress,
  type Prefix,
  parsePrefix,
  prefixOf,
} from "../../../ip/index.ts";
import type { Value } from "../../../model/unknown.ts";
import type { Arguments } from "../expression/arguments.ts";
import { Refusal } from "../expression/refusal.ts";
import { plain, type TemplateFunction } from "../expression/template-function.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr */
export const cidrFunctions: readonly TemplateFunction[] = [
  plain("parseCidr", 1, 1, parseCidr),
  plain("cidrSubnet", 3, 3, cidrSubnet),
  plain("cidrHost", 2, 2, cidrHost),
];

function prefixAt(given: Arguments, index: number): Prefix {
  const text = given.text(index);
  return (
    parsePrefix(text) ??
    alignPrefix(text.includes("/") ? text : "") ??
    given.refuse(index, "a range like 10.0.0.0/16")
  );
}

function parseCidr(given: Arguments): Value {
  const prefix = prefixAt(given, 0);
  const network = formatAddress(firstAddress(prefix));
  const last = formatAddress(lastAddress(prefix));
  const usable = hasEnds(prefix) ? [addressAt(prefix, 1), addressAt(prefix, -2)] : [];
  const [first = firstAddress(prefix), end = lastAddress(prefix)] = usable;
  return {
    network,
    netmask: netmaskOf(prefix),
    ...(prefix.family === 4 ? { broadcast: last } : {}),
    firstUsable: formatAddress(first),
    lastUsable: formatAddress(end),
    cidr: prefix.length,
  };
}

/** A network and a broadcast address, which no host has. */
function hasEnds({ family, length }: Prefix): boolean {
  return family === 4 && length < 31;
}

function netmaskOf({ family, length }: Prefix): string {
  const ones = family === 4 ? "255.255.255.255" : "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
  const mask = alignPrefix(`${ones}/${length}`);
  return mask ? formatAddress(firstAddress(mask)) : "";
}

function cidrSubnet(given: Arguments): Value {
  const prefix = prefixAt(given, 0);
  const [length, index] = [given.whole(1), given.whole(2)];
  const bits = prefix.family === 4 ? 32 : 128;
  if (length < prefix.length || length > bits) {
    throw new Refusal(
      `cidrSubnet cuts ${formatPrefix(prefix)} into /${prefix.length} to /${bits}, and is asked for /${length}.`,
    );
  }
  const start = index < 0 ? undefined : addressAt(prefix, index * 2 ** (bits - length));
  const subnet = start && prefixOf(start, length);
  if (!subnet)
    throw new Refusal(`${formatPrefix(prefix)} has no /${length} with the number ${index}, counted from 0.`);
  return formatPrefix(subnet);
}

/** Counts the addresses that hosts can have, from 0. */
function cidrHost(given: Arguments): Value {
  const prefix = prefixAt(given, 0);
  const index = given.whole(1);
  const ends = hasEnds(prefix) ? 1 : 0;
  const address =
    index < 0
      ? undefined
      : addressAt(prefix, index + Math.max(ends, prefix.family === 6 && prefix.length < 127 ? 1 : 0));
  const isBroadcast = address && ends === 1 && formatAddress(address) === formatAddress(lastAddress(prefix));
  if (!address || isBroadcast) {
    throw new Refusal(`${formatPrefix(prefix)} has no host with the number ${index}, counted from 0.`);
  }
  return formatAddress(address);
}
