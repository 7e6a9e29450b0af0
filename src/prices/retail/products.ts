/** What connectivity is billed as: services of the Retail Prices API, and the products of each. */
export const RETAIL_PRODUCTS: Readonly<Record<string, readonly string[]>> = {
  "VPN Gateway": ["VPN Gateway", "VPN Gateway Bandwidth"],
  "Virtual Network": ["Virtual Network Peering", "Global Virtual Network Peering", "IP Addresses"],
  ExpressRoute: [
    "ExpressRoute",
    "ExpressRoute Gateway",
    "ExpressRoute Standard Gateway",
    "ExpressRoute High Performance Gateway",
    "ExpressRoute Ultra High Performance Gateway",
  ],
  Bandwidth: ["Rtn Preference: MGN", "Bandwidth - Routing Preference: Internet"],
};

/** Where the API puts what no single region is billed for. */
export const RETAIL_ZONES = ["Global", "Zone 1", "Zone 2", "Zone 3"];
