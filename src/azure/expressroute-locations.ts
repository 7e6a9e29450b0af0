import { fact } from "./fact.ts";

export interface GeopoliticalRegion {
  readonly name: string;
  /** As ARM spells them. */
  readonly regions: readonly string[];
  readonly peeringLocations: readonly string[];
}

/** What is not listed is not known. */
export const geopoliticalRegions = fact<readonly GeopoliticalRegion[]>(
  [
    {
      name: "Europe",
      regions: [
        "francecentral",
        "francesouth",
        "germanynorth",
        "germanywestcentral",
        "italynorth",
        "northeurope",
        "norwayeast",
        "norwaywest",
        "polandcentral",
        "swedencentral",
        "switzerlandnorth",
        "switzerlandwest",
        "ukwest",
        "uksouth",
        "westeurope",
      ],
      peeringLocations: [
        "Amsterdam",
        "Amsterdam2",
        "Berlin",
        "Copenhagen",
        "Dublin",
        "Dublin2",
        "Frankfurt",
        "Frankfurt2",
        "Geneva",
        "London",
        "London2",
        "Madrid",
        "Madrid2",
        "Marseille",
        "Milan",
        "Milan2",
        "Munich",
        "Newport(Wales)",
        "Oslo",
        "Paris",
        "Paris2",
        "Stavanger",
        "Stockholm",
        "Warsaw",
        "Zurich",
        "Zurich2",
      ],
    },
    {
      name: "North America",
      regions: [
        "eastus",
        "westus",
        "eastus2",
        "westus2",
        "westus3",
        "centralus",
        "southcentralus",
        "northcentralus",
        "westcentralus",
        "canadacentral",
        "canadaeast",
      ],
      peeringLocations: [
        "Atlanta",
        "Chicago",
        "Chicago2",
        "Dallas",
        "Denver",
        "Las Vegas",
        "Los Angeles",
        "Los Angeles2",
        "Miami",
        "Minneapolis",
        "Montreal",
        "New York",
        "Phoenix",
        "Quebec City",
        "Queretaro(Mexico)",
        "Quincy",
        "San Antonio",
        "Seattle",
        "Silicon Valley",
        "Silicon Valley2",
        "Toronto",
        "Toronto2",
        "Vancouver",
        "Washington DC",
        "Washington DC2",
      ],
    },
    {
      name: "Asia",
      regions: ["eastasia", "southeastasia"],
      peeringLocations: [
        "Bangkok",
        "Hong Kong",
        "Hong Kong2",
        "Hong Kong SAR",
        "Jakarta",
        "Kuala Lumpur",
        "Singapore",
        "Singapore2",
        "Taipei",
      ],
    },
    {
      name: "India",
      regions: ["westindia", "centralindia", "southindia"],
      peeringLocations: ["Chennai", "Chennai2", "Mumbai", "Mumbai2", "Pune"],
    },
    { name: "Israel", regions: ["israelcentral"], peeringLocations: ["Tel Aviv", "Tel Aviv2"] },
    {
      name: "Japan",
      regions: ["japanwest", "japaneast"],
      peeringLocations: ["Osaka", "Tokyo", "Tokyo2", "Tokyo3"],
    },
    {
      name: "Oceania",
      regions: ["australiaeast", "australiasoutheast"],
      peeringLocations: ["Auckland", "Melbourne", "Perth", "Sydney", "Sydney2"],
    },
    {
      name: "South Korea",
      regions: ["koreacentral", "koreasouth"],
      peeringLocations: ["Busan", "Seoul", "Seoul2"],
    },
    { name: "UAE", regions: ["uaecentral", "uaenorth"], peeringLocations: ["Abu Dhabi", "Dubai", "Dubai2"] },
    {
      name: "South Africa",
      regions: ["southafricawest", "southafricanorth"],
      peeringLocations: ["Cape Town", "Johannesburg"],
    },
    {
      name: "South America",
      regions: ["brazilsouth"],
      peeringLocations: ["Campinas", "Rio de Janeiro", "Sao Paulo", "Sao Paulo2", "Santiago"],
    },
    { name: "Qatar", regions: ["qatarcentral"], peeringLocations: ["Doha", "Doha2"] },
  ],
  "https://learn.microsoft.com/azure/expressroute/expressroute-locations",
  "2024-04-05",
  "Regions and locations have been added since; none is known to have moved. Hong Kong was called Hong Kong SAR. Left out are " +
    "the two regions of Australia Government and the national clouds.",
);

export interface PeeringLocation {
  /** By whose rates its circuits are billed. */
  readonly zone: 1 | 2 | 3 | 4;
  /** What a Local circuit reaches; none where there are no Local circuits. */
  readonly localRegions: readonly string[];
}

/** By name, as `peeringLocation` has it. What is not listed is not known. */
export const peeringLocations = fact<Readonly<Record<string, PeeringLocation>>>(
  {
    "Abu Dhabi": { zone: 3, localRegions: ["uaecentral"] },
    Amsterdam: { zone: 1, localRegions: ["westeurope"] },
    Amsterdam2: { zone: 1, localRegions: ["westeurope"] },
    Atlanta: { zone: 1, localRegions: [] },
    Auckland: { zone: 2, localRegions: [] },
    Bangkok: { zone: 2, localRegions: [] },
    Berlin: { zone: 1, localRegions: ["germanynorth"] },
    Bogota: { zone: 4, localRegions: [] },
    Busan: { zone: 2, localRegions: ["koreasouth"] },
    Campinas: { zone: 3, localRegions: ["brazilsouth"] },
    Canberra: { zone: 1, localRegions: ["australiacentral"] },
    Canberra2: { zone: 1, localRegions: ["australiacentral2"] },
    "Cape Town": { zone: 3, localRegions: ["southafricawest"] },
    Chennai: { zone: 2, localRegions: ["southindia"] },
    Chennai2: { zone: 2, localRegions: ["southindia"] },
    Chicago: { zone: 1, localRegions: ["northcentralus"] },
    Chicago2: { zone: 1, localRegions: ["northcentralus"] },
    Copenhagen: { zone: 1, localRegions: [] },
    Dallas: { zone: 1, localRegions: [] },
    Denver: { zone: 1, localRegions: ["westcentralus"] },
    Doha: { zone: 3, localRegions: ["qatarcentral"] },
    Doha2: { zone: 3, localRegions: ["qatarcentral"] },
    Dubai: { zone: 3, localRegions: ["uaenorth"] },
    Dubai2: { zone: 3, localRegions: ["uaenorth"] },
    Dublin: { zone: 1, localRegions: ["northeurope"] },
    Dublin2: { zone: 1, localRegions: ["northeurope"] },
    Frankfurt: { zone: 1, localRegions: ["germanywestcentral"] },
    Frankfurt2: { zone: 1, localRegions: ["germanywestcentral"] },
    Geneva: { zone: 1, localRegions: ["switzerlandwest"] },
    "Hong Kong": { zone: 2, localRegions: ["eastasia"] },
    "Hong Kong2": { zone: 2, localRegions: ["eastasia"] },
    Jakarta: { zone: 4, localRegions: [] },
    Johannesburg: { zone: 3, localRegions: ["southafricanorth"] },
    "Kuala Lumpur": { zone: 2, localRegions: [] },
    "Las Vegas": { zone: 1, localRegions: [] },
    London: { zone: 1, localRegions: ["uksouth"] },
    London2: { zone: 1, localRegions: ["uksouth"] },
    "Los Angeles": { zone: 1, localRegions: [] },
    "Los Angeles2": { zone: 1, localRegions: [] },
    Madrid: { zone: 1, localRegions: ["westeurope"] },
    Marseille: { zone: 1, localRegions: ["francesouth"] },
    Melbourne: { zone: 2, localRegions: ["australiasoutheast"] },
    Miami: { zone: 1, localRegions: [] },
    Milan: { zone: 1, localRegions: [] },
    Minneapolis: { zone: 1, localRegions: [] },
    Montreal: { zone: 1, localRegions: [] },
    Mumbai: { zone: 2, localRegions: ["westindia"] },
    Mumbai2: { zone: 2, localRegions: ["westindia"] },
    Munich: { zone: 1, localRegions: [] },
    "New York": { zone: 1, localRegions: [] },
    "Newport(Wales)": { zone: 1, localRegions: ["ukwest"] },
    Osaka: { zone: 2, localRegions: ["japanwest"] },
    Oslo: { zone: 1, localRegions: ["norwayeast"] },
    Paris: { zone: 1, localRegions: ["francecentral"] },
    Paris2: { zone: 1, localRegions: ["francecentral"] },
    Perth: { zone: 2, localRegions: [] },
    Phoenix: { zone: 1, localRegions: ["westus3"] },
    Portland: { zone: 1, localRegions: ["westus2"] },
    Pune: { zone: 2, localRegions: ["centralindia"] },
    "Quebec City": { zone: 1, localRegions: ["canadaeast"] },
    "Queretaro(Mexico)": { zone: 4, localRegions: [] },
    Quincy: { zone: 1, localRegions: ["westus2"] },
    "Rio de Janeiro": { zone: 3, localRegions: ["brazilsoutheast"] },
    "San Antonio": { zone: 1, localRegions: ["southcentralus"] },
    Santiago: { zone: 3, localRegions: [] },
    "Sao Paulo": { zone: 3, localRegions: ["brazilsouth"] },
    "Sao Paulo2": { zone: 3, localRegions: ["brazilsouth"] },
    Seattle: { zone: 1, localRegions: ["westus2"] },
    Seoul: { zone: 2, localRegions: ["koreacentral"] },
    Seoul2: { zone: 2, localRegions: ["koreacentral"] },
    "Silicon Valley": { zone: 1, localRegions: ["westus"] },
    "Silicon Valley2": { zone: 1, localRegions: ["westus"] },
    Singapore: { zone: 2, localRegions: ["southeastasia"] },
    Singapore2: { zone: 2, localRegions: ["southeastasia"] },
    Stavanger: { zone: 1, localRegions: ["norwaywest"] },
    Stockholm: { zone: 1, localRegions: ["swedencentral"] },
    Sydney: { zone: 2, localRegions: ["australiaeast"] },
    Sydney2: { zone: 2, localRegions: ["australiaeast"] },
    Taipei: { zone: 2, localRegions: [] },
    "Tel Aviv": { zone: 2, localRegions: [] },
    Tokyo: { zone: 2, localRegions: ["japaneast"] },
    Tokyo2: { zone: 2, localRegions: ["japaneast"] },
    Tokyo3: { zone: 2, localRegions: ["japaneast"] },
    Toronto: { zone: 1, localRegions: ["canadacentral"] },
    Toronto2: { zone: 1, localRegions: ["canadacentral"] },
    Vancouver: { zone: 1, localRegions: [] },
    Warsaw: { zone: 1, localRegions: ["polandcentral"] },
    "Washington DC": { zone: 1, localRegions: ["eastus", "eastus2"] },
    "Washington DC2": { zone: 1, localRegions: ["eastus", "eastus2"] },
    Zurich: { zone: 1, localRegions: ["switzerlandnorth"] },
  },
  "https://learn.microsoft.com/azure/expressroute/expressroute-locations-providers",
  "2023-08-28",
  "An old version of the page: locations have been added since. The Metro locations are not in it.",
);

export function geopoliticalRegionOfLocation(peeringLocation: string): string | undefined {
  const wanted = peeringLocation.toLowerCase();
  return geopoliticalRegions.value.find((each) =>
    each.peeringLocations.some((location) => location.toLowerCase() === wanted),
  )?.name;
}

export function geopoliticalRegionOfRegion(region: string): string | undefined {
  return geopoliticalRegions.value.find(({ regions }) => regions.includes(region))?.name;
}

/** `undefined` where nobody knows the location. */
export function findPeeringLocation(name: string): PeeringLocation | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(peeringLocations.value).find(([known]) => known.toLowerCase() === wanted)?.[1];
}
