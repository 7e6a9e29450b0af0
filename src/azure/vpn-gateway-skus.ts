import { fact } from "./fact.ts";

const SKUS = "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus";
const CONSOLIDATION = "https://learn.microsoft.com/azure/vpn-gateway/gateway-sku-consolidation";
const SETTINGS = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings";
const FAQ = "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq";

export type VpnGatewayGeneration = "Generation1" | "Generation2";

/** What one tunnel was measured to carry, by its algorithms. */
export type TunnelAlgorithms = "GCMAES256" | "AES256+SHA256" | "DES3+SHA256";

export interface VpnGatewayCapacity {
  /** Site-to-site and VNet-to-VNet together. */
  readonly tunnels: number;
  /** All tunnels and users together. */
  readonly aggregateMbps: number;
  readonly sstpConnections: number;
  readonly ikeV2AndOpenVpnConnections: number;
  /** In the network and its peered spokes, private endpoints and the like among them. */
  readonly virtualMachines: number;
  readonly tunnelMbps: Readonly<Partial<Record<TunnelAlgorithms, number>>>;
}

export interface VpnGatewaySku {
  readonly bgp: boolean;
  readonly activeActive: boolean;
  readonly zoneRedundant: boolean;
  readonly nat: boolean;
  readonly customIpsecPolicy: boolean;
  readonly expressRouteCoexistence: boolean;
  readonly radius: boolean;
  readonly ikeV2AndOpenVpn: boolean;
  readonly customerControlledMaintenance: boolean;
  readonly status: "current" | "creatable by PowerShell and CLI only" | "retired";
  readonly retired?: { readonly on: string; readonly replacement: string };
  /** Only those that the SKU is made in. */
  readonly generations: Readonly<Partial<Record<VpnGatewayGeneration, VpnGatewayCapacity>>>;
}

const FEATURES = {
  bgp: true,
  activeActive: true,
  customIpsecPolicy: true,
  expressRouteCoexistence: true,
  radius: true,
  ikeV2AndOpenVpn: true,
  customerControlledMaintenance: true,
} as const;

const BASIC_FEATURES = {
  bgp: false,
  activeActive: false,
  zoneRedundant: false,
  nat: false,
  customIpsecPolicy: false,
  expressRouteCoexistence: false,
  radius: false,
  ikeV2AndOpenVpn: false,
  customerControlledMaintenance: false,
} as const;

/** By the name that ARM gives them; from small to large, those that can be created first. */
export const vpnGatewaySkus = fact<Readonly<Record<string, VpnGatewaySku>>>(
  {
    Basic: {
      ...BASIC_FEATURES,
      status: "creatable by PowerShell and CLI only",
      generations: {
        Generation1: {
          tunnels: 10,
          aggregateMbps: 100,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 0,
          virtualMachines: 200,
          tunnelMbps: {},
        },
      },
    },
    VpnGw1AZ: {
      ...FEATURES,
      zoneRedundant: true,
      nat: false,
      status: "current",
      generations: {
        Generation1: {
          tunnels: 30,
          aggregateMbps: 650,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 250,
          virtualMachines: 1000,
          tunnelMbps: { GCMAES256: 650, "AES256+SHA256": 500, "DES3+SHA256": 130 },
        },
      },
    },
    VpnGw2AZ: {
      ...FEATURES,
      zoneRedundant: true,
      nat: true,
      status: "current",
      generations: {
        Generation1: {
          tunnels: 30,
          aggregateMbps: 1000,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 500,
          virtualMachines: 2000,
          tunnelMbps: { GCMAES256: 1200, "AES256+SHA256": 650, "DES3+SHA256": 140 },
        },
        Generation2: {
          tunnels: 30,
          aggregateMbps: 1250,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 500,
          virtualMachines: 2000,
          tunnelMbps: { GCMAES256: 1250, "AES256+SHA256": 550, "DES3+SHA256": 130 },
        },
      },
    },
    VpnGw3AZ: {
      ...FEATURES,
      zoneRedundant: true,
      nat: true,
      status: "current",
      generations: {
        Generation1: {
          tunnels: 30,
          aggregateMbps: 1250,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 1000,
          virtualMachines: 5000,
          tunnelMbps: { GCMAES256: 1250, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
        Generation2: {
          tunnels: 30,
          aggregateMbps: 2500,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 1000,
          virtualMachines: 3300,
          tunnelMbps: { GCMAES256: 1500, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
      },
    },
    VpnGw4AZ: {
      ...FEATURES,
      zoneRedundant: true,
      nat: true,
      status: "current",
      generations: {
        Generation2: {
          tunnels: 100,
          aggregateMbps: 5000,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 5000,
          virtualMachines: 4400,
          tunnelMbps: { GCMAES256: 2300, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
      },
    },
    VpnGw5AZ: {
      ...FEATURES,
      zoneRedundant: true,
      nat: true,
      status: "current",
      generations: {
        Generation2: {
          tunnels: 100,
          aggregateMbps: 10000,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 10000,
          virtualMachines: 9000,
          tunnelMbps: { GCMAES256: 2300, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
      },
    },
    VpnGw1: {
      ...FEATURES,
      zoneRedundant: false,
      nat: false,
      status: "retired",
      retired: { on: "2026-09-30", replacement: "VpnGw1AZ" },
      generations: {
        Generation1: {
          tunnels: 30,
          aggregateMbps: 650,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 250,
          virtualMachines: 450,
          tunnelMbps: { GCMAES256: 650, "AES256+SHA256": 500, "DES3+SHA256": 130 },
        },
      },
    },
    VpnGw2: {
      ...FEATURES,
      zoneRedundant: false,
      nat: true,
      status: "retired",
      retired: { on: "2026-09-30", replacement: "VpnGw2AZ" },
      generations: {
        Generation1: {
          tunnels: 30,
          aggregateMbps: 1000,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 500,
          virtualMachines: 1300,
          tunnelMbps: { GCMAES256: 1200, "AES256+SHA256": 650, "DES3+SHA256": 140 },
        },
        Generation2: {
          tunnels: 30,
          aggregateMbps: 1250,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 500,
          virtualMachines: 685,
          tunnelMbps: { GCMAES256: 1250, "AES256+SHA256": 550, "DES3+SHA256": 130 },
        },
      },
    },
    VpnGw3: {
      ...FEATURES,
      zoneRedundant: false,
      nat: true,
      status: "retired",
      retired: { on: "2026-09-30", replacement: "VpnGw3AZ" },
      generations: {
        Generation1: {
          tunnels: 30,
          aggregateMbps: 1250,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 1000,
          virtualMachines: 4000,
          tunnelMbps: { GCMAES256: 1250, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
        Generation2: {
          tunnels: 30,
          aggregateMbps: 2500,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 1000,
          virtualMachines: 2240,
          tunnelMbps: { GCMAES256: 1500, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
      },
    },
    VpnGw4: {
      ...FEATURES,
      zoneRedundant: false,
      nat: true,
      status: "retired",
      retired: { on: "2026-09-30", replacement: "VpnGw4AZ" },
      generations: {
        Generation2: {
          tunnels: 100,
          aggregateMbps: 5000,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 5000,
          virtualMachines: 5300,
          tunnelMbps: { GCMAES256: 2300, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
      },
    },
    VpnGw5: {
      ...FEATURES,
      zoneRedundant: false,
      nat: true,
      status: "retired",
      retired: { on: "2026-09-30", replacement: "VpnGw5AZ" },
      generations: {
        Generation2: {
          tunnels: 100,
          aggregateMbps: 10000,
          sstpConnections: 128,
          ikeV2AndOpenVpnConnections: 10000,
          virtualMachines: 6700,
          tunnelMbps: { GCMAES256: 2300, "AES256+SHA256": 700, "DES3+SHA256": 140 },
        },
      },
    },
    Standard: {
      ...FEATURES,
      zoneRedundant: false,
      nat: false,
      ikeV2AndOpenVpn: false,
      status: "retired",
      retired: { on: "2026-06-30", replacement: "VpnGw1AZ" },
      generations: {},
    },
    HighPerformance: {
      ...FEATURES,
      zoneRedundant: false,
      nat: false,
      ikeV2AndOpenVpn: false,
      status: "retired",
      retired: { on: "2026-06-30", replacement: "VpnGw2AZ" },
      generations: {},
    },
  },
  SKUS,
  "2026-06-11",
  "The consolidation page names both 2026-09-16 and 2026-09-30 for VpnGw1 to VpnGw5; the date of the announcement is " +
    "kept. The retirement of Standard and HighPerformance moved from 2025-09-30 to June 2026. The design guide's 2 Gbps " +
    "for VpnGw3 contradicts the page of the SKUs, which is kept. What a tunnel carries was measured and is not promised.",
);

/** Since when Azure refuses to create VpnGw1 to VpnGw5 without zones. */
export const nonZonalSkusRefusedSince = fact(
  "2025-11-01",
  CONSOLIDATION,
  "2026-02-03",
  "ARM answers NonAzSkusNotAllowedForVPNGateway.",
);

export const vpnTypes = fact(["RouteBased", "PolicyBased"], SETTINGS, "2026-11-23");

/** Of a policy-based gateway, which only Basic is made for. */
export const policyBasedGateway = fact({ sku: "Basic", tunnels: 1 }, FAQ, "2026-06-04");

/** ipConfigurations that an active-active gateway needs, and with point-to-site users too. */
export const activeActiveIpConfigurations = fact(
  { withoutUsers: 2, withUsers: 3 },
  "https://learn.microsoft.com/azure/vpn-gateway/about-active-active-gateways",
  "2026-11-23",
  "The third, for users, is reported of ARM and not on the pages that were read.",
);
