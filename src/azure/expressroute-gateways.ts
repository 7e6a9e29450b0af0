import { fact } from "./fact.ts";

const ABOUT = "https://learn.microsoft.com/azure/expressroute/expressroute-about-virtual-network-gateways";
const SCALABLE = "https://learn.microsoft.com/azure/expressroute/scalable-gateway";

export interface ExpressRouteGatewaySku {
  readonly mbps: number;
  readonly packetsPerSecond: number;
  readonly virtualMachines: number;
  readonly flows: number;
  readonly routesLearned: number;
  /** Of several peering locations; of one location there are fewer. */
  readonly circuits: number;
  readonly fastPath: boolean;
  readonly zoneRedundant: boolean;
  /** The SKU with zones that does the same. */
  readonly zoneRedundantSku: string;
}

const FIRST = {
  mbps: 1000,
  packetsPerSecond: 100_000,
  virtualMachines: 2000,
  flows: 200_000,
  routesLearned: 4000,
  circuits: 4,
  fastPath: false,
  zoneRedundantSku: "ErGw1AZ",
};
const SECOND = {
  mbps: 2000,
  packetsPerSecond: 200_000,
  virtualMachines: 4500,
  flows: 400_000,
  routesLearned: 9500,
  circuits: 8,
  fastPath: false,
  zoneRedundantSku: "ErGw2AZ",
};
const THIRD = {
  mbps: 10_000,
  packetsPerSecond: 1_000_000,
  virtualMachines: 11_000,
  flows: 1_000_000,
  routesLearned: 9500,
  circuits: 16,
  fastPath: true,
  zoneRedundantSku: "ErGw3AZ",
};

/** By SKU, as ARM spells it; `ErGwScale` has a fact of its own. */
export const expressRouteGatewaySkus = fact<Readonly<Record<string, ExpressRouteGatewaySku>>>(
  {
    Standard: { ...FIRST, zoneRedundant: false },
    HighPerformance: { ...SECOND, zoneRedundant: false },
    UltraPerformance: { ...THIRD, zoneRedundant: false },
    ErGw1AZ: { ...FIRST, zoneRedundant: true },
    ErGw2AZ: { ...SECOND, zoneRedundant: true },
    ErGw3AZ: { ...THIRD, zoneRedundant: true },
  },
  ABOUT,
  "2026-09-05",
  "The page still lists the three without zones, and no date of retirement was found.",
);

export const scalableGateway = fact(
  {
    skuName: "ErGwScale",
    units: { smallest: 1, largest: 40, smallestThatScales: 2 },
    perUnit: { mbps: 1000, flows: 100_000, connectionsPerSecond: 7000 },
    routesLearned: 9500,
    fastPathFromUnits: 10,
    /** IPsec of a VPN gateway over the private peering. */
    ipsecOverPrivatePeering: false,
    /** From how many units on it takes how many circuits: the most first. */
    circuits: [
      { units: 10, circuits: 16 },
      { units: 2, circuits: 8 },
      { units: 1, circuits: 4 },
    ],
    missingIn: [
      "belgiumcentral",
      "japaneast",
      "qatarcentral",
      "southeastasia",
      "westeurope",
      "westindia",
      "westus2",
      "southcentralus",
      "eastus2",
    ],
  },
  SCALABLE,
  "2025-11-06",
);

export const expressRouteGatewayLimits = fact(
  { advertisedIpv4: 1000, advertisedIpv6: 100, circuitsOfOneLocation: 4 },
  ABOUT,
  "2026-09-05",
  "Above the number of advertised prefixes the connection goes down.",
);

/** As prefix lengths. */
export const expressRouteGatewaySubnet = fact(
  { smallest: 27, withVpnGateway: 26, manyCircuits: { circuits: 16, length: 26 } },
  ABOUT,
  "2026-09-05",
  "For an ExpressRoute and a VPN gateway side by side the hybrid design guide asks for /26, the page on coexistence of 2018 " +
    "for /27, and labs run in /27.",
);

/** Names as ARM has them; ARM reads them without regard to case. */
export function findExpressRouteGatewaySku(name: string): ExpressRouteGatewaySku | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(expressRouteGatewaySkus.value).find(([sku]) => sku.toLowerCase() === wanted)?.[1];
}

export function isScalable(skuName: string): boolean {
  return skuName.toLowerCase() === scalableGateway.value.skuName.toLowerCase();
}
