import type { Wish } from "../../model/connection-kind.ts";
import type { Asks, Demand } from "../../model/demand.ts";
import { circuitsThatCarry } from "./circuit-bandwidth.ts";
import { type Ends, endsOf } from "./ends.ts";
import { ownerOfSku } from "./named-sku.ts";

/** The gateway that the network uses, then the site's circuits, in the order of the file. */
export function demandsOf(wish: Wish, hostOf: (network: string) => string): readonly Demand[] {
  const ends = endsOf(wish);
  return ends ? [gatewayDemand(wish, ends, hostOf), ...circuitDemands(wish, ends, hostOf)] : [];
}

export function gatewayDemand(
  wish: Wish,
  { network, site }: Ends,
  hostOf: (network: string) => string,
): Demand {
  const { bandwidth, resilience } = wish.needs;
  return {
    facility: "expressroute-gateway",
    at: { virtualNetwork: hostOf(network.name) },
    asks: {
      ...(bandwidth ? { bandwidthMbps: bandwidth.value.atLeastMbps } : {}),
      ...(resilience ? { survives: [resilience.value] } : {}),
      circuits: site.circuits.map((_, circuit) => ({ site: site.name, circuit })),
      links: site.circuits.length,
      routes: site.addressSpace.length,
      ...skuFor("gateway", wish),
    },
    usedBy: wish.name,
  };
}

export function circuitDemands(
  wish: Wish,
  { network, site }: Ends,
  hostOf: (network: string) => string,
): readonly Demand[] {
  const { bandwidth } = wish.needs;
  const { circuits } = site;
  const host = hostOf(network.name);
  const carrying = circuitsThatCarry(circuits, wish.needs);
  const egress = egressOf(wish);
  return circuits.map((_, circuit) => ({
    facility: "expressroute-circuit",
    at: { site: site.name, circuit },
    asks: {
      ...(bandwidth ? { bandwidthMbps: Math.ceil(bandwidth.value.atLeastMbps / carrying) } : {}),
      virtualNetworks: [host],
      links: 1,
      ...(host === network.name && network.region !== undefined ? { regions: [network.region] } : {}),
      routes: site.addressSpace.length,
      ...(egress === undefined ? {} : { egressGigabytes: egress / circuits.length }),
      ...skuFor("circuit", wish),
    },
    usedBy: wish.name,
  }));
}

/** The gateway must let IPsec pass, which not every SKU does. */
export function withTunnels(demand: Demand): Demand {
  return { ...demand, asks: { ...demand.asks, privateTunnels: true } };
}

/** What leaves Azure; the ends stand as the person wrote them. */
function egressOf({ ends: [first], needs: { traffic } }: Wish): number | undefined {
  return first.type === "virtualNetwork" ? traffic?.value.there : traffic?.value.back;
}

function skuFor(owner: "gateway" | "circuit", { sku }: Wish): Pick<Asks, "sku"> {
  return sku !== undefined && ownerOfSku(sku) === owner ? { sku } : {};
}
