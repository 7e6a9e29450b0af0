import { fact } from "./fact.ts";

export interface Region {
  readonly displayName: string;
  readonly geography: string | null;
  /** `null` where no page that was read says it. */
  readonly availabilityZones: boolean | null;
}

/** By name, as ARM spells it: `westeurope`. */
export const regions = fact<Readonly<Record<string, Region>>>(
  {
    australiacentral: { displayName: "Australia Central", geography: "Australia", availabilityZones: false },
    australiacentral2: {
      displayName: "Australia Central 2",
      geography: "Australia",
      availabilityZones: false,
    },
    australiaeast: { displayName: "Australia East", geography: "Australia", availabilityZones: true },
    australiasoutheast: {
      displayName: "Australia Southeast",
      geography: "Australia",
      availabilityZones: false,
    },
    austriaeast: { displayName: "Austria East", geography: "Austria", availabilityZones: true },
    belgiumcentral: { displayName: "Belgium Central", geography: "Belgium", availabilityZones: true },
    brazilsouth: { displayName: "Brazil South", geography: "Brazil", availabilityZones: true },
    brazilsoutheast: { displayName: "Brazil Southeast", geography: "Brazil", availabilityZones: false },
    canadacentral: { displayName: "Canada Central", geography: "Canada", availabilityZones: true },
    canadaeast: { displayName: "Canada East", geography: "Canada", availabilityZones: false },
    centralindia: { displayName: "Central India", geography: "India", availabilityZones: true },
    centralus: { displayName: "Central US", geography: "United States", availabilityZones: true },
    chilecentral: { displayName: "Chile Central", geography: "Chile", availabilityZones: true },
    denmarkeast: { displayName: "Denmark East", geography: "Denmark", availabilityZones: true },
    eastasia: { displayName: "East Asia", geography: "Asia Pacific", availabilityZones: true },
    eastus: { displayName: "East US", geography: "United States", availabilityZones: true },
    eastus2: { displayName: "East US 2", geography: "United States", availabilityZones: true },
    francecentral: { displayName: "France Central", geography: "France", availabilityZones: true },
    francesouth: { displayName: "France South", geography: "France", availabilityZones: false },
    germanynorth: { displayName: "Germany North", geography: "Germany", availabilityZones: false },
    germanywestcentral: {
      displayName: "Germany West Central",
      geography: "Germany",
      availabilityZones: true,
    },
    indonesiacentral: { displayName: "Indonesia Central", geography: "Indonesia", availabilityZones: true },
    israelcentral: { displayName: "Israel Central", geography: "Israel", availabilityZones: true },
    italynorth: { displayName: "Italy North", geography: "Italy", availabilityZones: true },
    japaneast: { displayName: "Japan East", geography: "Japan", availabilityZones: true },
    japanwest: { displayName: "Japan West", geography: "Japan", availabilityZones: true },
    jioindiawest: { displayName: "Jio India West", geography: null, availabilityZones: null },
    koreacentral: { displayName: "Korea Central", geography: "Korea", availabilityZones: true },
    koreasouth: { displayName: "Korea South", geography: "Korea", availabilityZones: false },
    malaysiawest: { displayName: "Malaysia West", geography: "Malaysia", availabilityZones: true },
    mexicocentral: { displayName: "Mexico Central", geography: "Mexico", availabilityZones: true },
    newzealandnorth: { displayName: "New Zealand North", geography: "New Zealand", availabilityZones: true },
    northcentralus: { displayName: "North Central US", geography: "United States", availabilityZones: false },
    northeurope: { displayName: "North Europe", geography: "Europe", availabilityZones: true },
    norwayeast: { displayName: "Norway East", geography: "Norway", availabilityZones: true },
    norwaywest: { displayName: "Norway West", geography: "Norway", availabilityZones: false },
    polandcentral: { displayName: "Poland Central", geography: "Poland", availabilityZones: true },
    qatarcentral: { displayName: "Qatar Central", geography: "Qatar", availabilityZones: true },
    southafricanorth: {
      displayName: "South Africa North",
      geography: "South Africa",
      availabilityZones: true,
    },
    southafricawest: {
      displayName: "South Africa West",
      geography: "South Africa",
      availabilityZones: false,
    },
    southcentralus: { displayName: "South Central US", geography: "United States", availabilityZones: true },
    southeastasia: { displayName: "Southeast Asia", geography: "Asia Pacific", availabilityZones: true },
    southindia: { displayName: "South India", geography: "India", availabilityZones: false },
    spaincentral: { displayName: "Spain Central", geography: "Spain", availabilityZones: true },
    swedencentral: { displayName: "Sweden Central", geography: "Sweden", availabilityZones: true },
    switzerlandnorth: { displayName: "Switzerland North", geography: "Switzerland", availabilityZones: true },
    switzerlandwest: { displayName: "Switzerland West", geography: "Switzerland", availabilityZones: false },
    uaecentral: { displayName: "UAE Central", geography: "UAE", availabilityZones: false },
    uaenorth: { displayName: "UAE North", geography: "UAE", availabilityZones: true },
    uksouth: { displayName: "UK South", geography: "United Kingdom", availabilityZones: true },
    ukwest: { displayName: "UK West", geography: "United Kingdom", availabilityZones: false },
    westcentralus: { displayName: "West Central US", geography: "United States", availabilityZones: false },
    westeurope: { displayName: "West Europe", geography: "Europe", availabilityZones: true },
    westindia: { displayName: "West India", geography: "India", availabilityZones: false },
    westus: { displayName: "West US", geography: "United States", availabilityZones: false },
    westus2: { displayName: "West US 2", geography: "United States", availabilityZones: true },
    westus3: { displayName: "West US 3", geography: "United States", availabilityZones: true },
  },
  "https://learn.microsoft.com/azure/reliability/regions-list",
  "2025-09-23",
  "Denmark East and Jio India West are from the latency page of 2026-07-30.",
);

/** Regions of Azure's separate clouds, which no peering joins to the public one. */
export const sovereignRegions = fact<Readonly<Record<string, "government" | "china">>>(
  {
    usgovarizona: "government",
    usgovtexas: "government",
    usgovvirginia: "government",
    usdodcentral: "government",
    usdodeast: "government",
    chinaeast: "china",
    chinaeast2: "china",
    chinaeast3: "china",
    chinanorth: "china",
    chinanorth2: "china",
    chinanorth3: "china",
  },
  "https://docs.azure.cn/en-us/reliability/regions-list",
  "2026-11-25",
  "China from that page; the government regions by name from Azure's own region names, no page read.",
);

/** The cloud that a region belongs to; a region that is not known is taken for one of the public cloud. */
export function cloudOf(region: string): "public" | "government" | "china" {
  return sovereignRegions.value[region] ?? "public";
}
