import { fact } from "./fact.ts";

const FAQ = "https://learn.microsoft.com/azure/expressroute/expressroute-faqs";
const ROUTING = "https://learn.microsoft.com/azure/expressroute/expressroute-routing";
const WORKFLOWS = "https://learn.microsoft.com/azure/expressroute/expressroute-workflows";
const DIRECT = "https://learn.microsoft.com/azure/expressroute/expressroute-erdirect-about";

export const circuitBandwidthsMbps = fact(
  {
    provider: [50, 100, 200, 500, 1000, 2000, 5000, 10_000],
    direct: [1000, 2000, 5000, 10_000, 40_000, 100_000],
  },
  FAQ,
  "2026-03-31",
  "What a port of ExpressRoute Direct takes depends on the port: 1 to 10 Gbps on 10G, 5 to 100 Gbps on 100G. For ports " +
    "of 400G no list was found.",
);

export interface CircuitSku {
  readonly reaches: "nearby regions" | "its geopolitical region" | "all regions";
  readonly dataPlans: readonly string[];
  readonly globalReach: "no" | "in its geopolitical region" | "yes";
}

/** By tier, as ARM spells it. */
export const circuitSkus = fact<Readonly<Record<string, CircuitSku>>>(
  {
    Local: { reaches: "nearby regions", dataPlans: ["UnlimitedData"], globalReach: "no" },
    Standard: {
      reaches: "its geopolitical region",
      dataPlans: ["MeteredData", "UnlimitedData"],
      globalReach: "in its geopolitical region",
    },
    Premium: { reaches: "all regions", dataPlans: ["MeteredData", "UnlimitedData"], globalReach: "yes" },
  },
  FAQ,
  "2026-03-31",
  "ARM also knows the tier Basic, which no page offers.",
);

/** What a Local circuit must be at least. */
export const localCircuit = fact(
  { smallestMbps: 1000 },
  FAQ,
  "2026-11-23",
  "From older versions of the page and from a provider; the newest does not say.",
);

/** How many virtual networks a circuit is linked with, by the bandwidth in Mbps. */
export const virtualNetworkLinks = fact(
  {
    localAndStandard: 10,
    premium: [
      { mbps: 50, links: 20 },
      { mbps: 100, links: 25 },
      { mbps: 200, links: 25 },
      { mbps: 500, links: 40 },
      { mbps: 1000, links: 50 },
      { mbps: 2000, links: 60 },
      { mbps: 5000, links: 75 },
      { mbps: 10_000, links: 100 },
      { mbps: 40_000, links: 100 },
      { mbps: 100_000, links: 100 },
    ],
  },
  FAQ,
  "2026-03-31",
  "Global Reach connections count too.",
);

/** What on-premises may advertise to a peering before Azure drops the session. */
export const circuitRouteLimits = fact(
  {
    privateIpv4: { Local: 4000, Standard: 4000, Premium: 10_000 },
    privateIpv6: { Local: 100, Standard: 100, Premium: 100 },
    microsoft: 200,
  },
  FAQ,
  "2026-03-31",
  "The design guide lists 4,000 and 10,000 under Microsoft peering; the FAQ says that they are of private peering.",
);

export const circuitPeerings = fact(
  {
    microsoftAsn: 12_076,
    reservedAsns: [65_515, 65_516, 65_517, 65_518, 65_519, 65_520],
    ipv4PrefixLength: 30,
    ipv6PrefixLength: 126,
  },
  ROUTING,
  "2026-03-12",
);

/** What a circuit cannot become without a new circuit. */
export const circuitOneWayChanges = fact(
  {
    bandwidth: "increase only",
    family: { from: "MeteredData", to: "UnlimitedData" },
    tier: { never: "Local", from: ["Standard", "Premium"] },
  },
  "https://learn.microsoft.com/azure/expressroute/expressroute-howto-circuit-portal-resource-manager",
  "2026-11-23",
  "In part as the labs of AZ-700 have it.",
);

export const circuitProvisioning = fact(
  { states: ["NotProvisioned", "Provisioning", "Provisioned"], peeringsNeed: "Provisioned" },
  WORKFLOWS,
  "2023-06-30",
  "Billed from the service key on, whatever the state.",
);

/** What a circuit may have, by the Gbps of its port pair. */
export const directBandwidthsMbps = fact(
  { "10": [1000, 2000, 5000, 10_000], "100": [5000, 10_000, 40_000, 100_000] },
  DIRECT,
  "2024-03-28",
  "Ports of 400 Gbps are in few places, and no list was found for them.",
);

/** Circuits on ports of the customer: there at once, for no provider has a part in them. */
export const directCircuits = fact(
  { providerState: "Provisioned", includedInPort: "Standard_MeteredData" },
  "https://learn.microsoft.com/azure/expressroute/expressroute-howto-erdirect",
  "2018-09-21",
  "The page's own output shows a new circuit as Provisioned. That it is included is said of Standard; of its unlimited data " +
    "no price was found.",
);

/** How a circuit is created on ports; one of another subscription redeems an authorization of them. */
export const directCreation = fact(
  { family: "MeteredData", otherSubscription: "authorizationKey" },
  "https://learn.microsoft.com/azure/expressroute/how-to-expressroute-direct-portal",
  "2026-11-26",
  "It can become unlimited afterwards. How a Local circuit, which is always unlimited, is created is not said.",
);

/** What can be encrypted: MACsec on the links of ExpressRoute Direct alone. */
export const circuitEncryption = fact(
  { macSec: "ExpressRoute Direct" },
  "https://learn.microsoft.com/azure/expressroute/expressroute-about-encryption",
  "2026-11-23",
);

/** How far the circuits of a port pair may exceed its bandwidth together. */
export const portSubscription = fact<{ readonly gbpsByPort: Readonly<Record<string, number>> }>(
  { gbpsByPort: { "10": 20, "100": 200 } },
  DIRECT,
  "2024-03-28",
);
