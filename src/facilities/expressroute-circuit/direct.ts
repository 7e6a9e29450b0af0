import {
  circuitBandwidthsMbps,
  circuitEncryption,
  directBandwidthsMbps,
  directCircuits,
  directCreation,
} from "../../azure/expressroute-circuits.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import type { CircuitIntent } from "../../model/intent.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { type Family, formatSkuName, type NamedSku, type Tier } from "./sku-name.ts";

/** What Azure offers: through a provider, or on a port pair of ExpressRoute Direct of whatever size. */
export function bandwidthsOffered({ port }: CircuitIntent): readonly number[] {
  const { provider, direct } = circuitBandwidthsMbps.value;
  return port === undefined ? provider : direct;
}

/** What is known, and what is not, of a circuit on the customer's own ports. */
export function directReasons({ port }: CircuitIntent, mbps: number, sku: string): readonly Reason[] {
  if (port === undefined) return [];

  const { includedInPort } = directCircuits.value;
  const paid =
    sku === includedInPort
      ? "The port pair, which is paid by whoever has it, includes the circuit."
      : `The port pair, which is paid by whoever has it, includes ${includedInPort} alone: ${sku} costs more.`;
  return [
    {
      text: `It stands on ${nameOfId(port)}, which is referred to and not built. ${sizeOfPair(mbps)}`,
      source: directBandwidthsMbps.source,
    },
    {
      text: `No provider has a part in it: Azure sets it to ${directCircuits.value.providerState} at once, and its peering and connections are deployed with it.`,
      source: directCircuits.source,
    },
    {
      text: "It is created metered; where the ports are of another subscription, it redeems an authorization key of their owner.",
      source: directCreation.source,
    },
    { text: paid, source: directCircuits.source },
    {
      text: "Nothing encrypts it by itself. MACsec can be configured on the links of the ports, which only ExpressRoute Direct offers.",
      source: circuitEncryption.source,
    },
  ];
}

/** The data plan that is settled before any is compared. */
export function familyOf(
  { port }: CircuitIntent,
  tier: Tier,
  named: NamedSku | undefined,
): Family | undefined {
  return port === undefined || tier === "Local" ? named?.family : "MeteredData";
}

/** On a port a circuit is created metered, whatever it becomes then. */
export function refuseUnlimited(circuit: CircuitIntent, named: NamedSku | undefined): Refusal | undefined {
  if (circuit.port === undefined || named?.family !== "UnlimitedData" || named.tier === "Local")
    return undefined;
  return {
    because: `${formatSkuName(named.tier, named.family)} is asked for, and a circuit of ExpressRoute Direct is created metered.`,
    source: directCreation.source,
    waysOut: [
      `Name ${formatSkuName(named.tier, "MeteredData")}, and change it to unlimited once it is there.`,
    ],
    origin: circuit.origin,
  };
}

function sizeOfPair(mbps: number): string {
  const sizes = Object.entries(directBandwidthsMbps.value)
    .filter(([, offered]) => offered.some((each) => each === mbps))
    .map(([gbps]) => `${gbps} Gbps`);
  const offer = `a circuit of ${formatBandwidth(mbps)} takes a pair of ${sizes.join(" or ")}`;
  return `The size of the pair is not known: ${offer}.`;
}
