import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { contains, formatPrefix } from "../../ip/index.ts";
import type { AddressPool, Intent, VirtualNetworkIntent } from "../../model/intent.ts";
import { originWithin } from "../../source/origin.ts";
import { addressesOf } from "./network-length.ts";

/** What a person fixed and what they asked for, held against each other. */
export function checkRanges(intent: Intent): readonly Diagnostic[] {
  return intent.virtualNetworks
    .filter((network) => network.existing === undefined)
    .flatMap((network) => [
      ...outsidePool(network, intent),
      ...onlyIpv6(network),
      ...rangesWithoutNetwork(network),
      ...littleGrowth(network),
    ]);
}

function outsidePool(network: VirtualNetworkIntent, intent: Intent): readonly Diagnostic[] {
  return network.addressSpace.flatMap(({ prefix, text, origin }): Diagnostic[] => {
    const pools = intent.pools.filter((pool) => pool.prefix.family === prefix.family);
    const own = pools.filter((pool) => pool.region === undefined || pool.region === network.region);
    if (pools.length === 0 || own.some((pool) => contains(pool.prefix, prefix))) return [];

    const others = pools.filter((pool) => contains(pool.prefix, prefix));
    return [
      {
        rule: "addresses/range-outside-pool",
        severity: "error",
        message: `${network.name} uses ${text}, ${whyOutside(network, own)}.`,
        origin,
        related: [...own, ...others].map((pool) => ({
          message: `${formatPrefix(pool.prefix)}${pool.region === undefined ? "" : ` of ${pool.region}`} stands here`,
          origin: pool.origin,
        })),
        hint: wayOut(network, text, own, others),
      },
    ];
  });
}

function whyOutside(network: VirtualNetworkIntent, own: readonly AddressPool[]): string {
  if (own.length === 0) return `and addressSpace has no range for ${network.region}`;
  return `which lies outside ${own.map((pool) => formatPrefix(pool.prefix)).join(", ")} of addressSpace`;
}

function wayOut(
  { region }: VirtualNetworkIntent,
  text: string,
  own: readonly AddressPool[],
  others: readonly AddressPool[],
): string {
  if (own.length === 0) return `Add a range for ${region} to addressSpace, and take one inside it.`;
  return others.length > 0
    ? "Take a range of its own region."
    : `Take a range inside, or add ${text} to addressSpace.`;
}

/** Azure takes IPv6 only beside IPv4. */
function onlyIpv6(network: VirtualNetworkIntent): readonly Diagnostic[] {
  const isOnlyIpv6 =
    network.addressSpace.length > 0 && network.addressSpace.every(({ prefix }) => prefix.family === 6);
  if (!isOnlyIpv6) return [];
  return [
    {
      rule: "addresses/missing-ipv4-range",
      severity: "error",
      message: `${network.name} has only IPv6 ranges; Azure takes them only beside an IPv4 range.`,
      origin: originWithin(network.origin, "addressSpace"),
      hint: "Add an IPv4 range to it, or remove it and set dualStack: true.",
    },
  ];
}

function rangesWithoutNetwork(network: VirtualNetworkIntent): readonly Diagnostic[] {
  if (network.addressSpace.length > 0) return [];
  return network.subnets.flatMap((subnet) =>
    subnet.addressPrefixes.map(({ text, origin }) => ({
      rule: "addresses/missing-network-range",
      severity: "error" as const,
      message: `${network.name}/${subnet.name} is fixed at ${text}, while the range of ${network.name} itself is to be planned.`,
      origin,
      hint: `Give ${network.name} an addressSpace, or ${subnet.name} a size.`,
    })),
  );
}

/** Only where a person chose the size: a size that is planned has its growth. */
function littleGrowth(network: VirtualNetworkIntent): readonly Diagnostic[] {
  if (network.length === undefined || network.subnets.length === 0) return [];

  const size = 2 ** (32 - network.length);
  const free = size - addressesOf(network.subnets);
  const wanted = network.growth.type === "share" ? network.growth.share * size : size / 2;
  if (free < 0 || free >= wanted) return [];
  return [
    {
      rule: "addresses/too-small-growth",
      severity: "warning",
      message: `${network.name} (/${network.length}) keeps ${percent(free / size)} of its addresses free; its growth asks for ${percent(wanted / size)}.`,
      origin: network.origin,
      at: "key",
      hint: `Give ${network.name} the size /${network.length - 1}, or set its growth.`,
    },
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
