import { stringify } from "yaml";

/** Below Azure's limit of 500 peerings a network, with room for the hubs among themselves. */
const MOST_SPOKES = 400;

const REGIONS = [
  "westeurope",
  "northeurope",
  "francecentral",
  "uksouth",
  "swedencentral",
  "norwayeast",
  "italynorth",
  "eastus",
  "eastus2",
  "centralus",
  "westus2",
  "westus3",
  "canadacentral",
];

/** A legal intent of that many networks, three subnets each: hubs in a mesh, and spokes round each by a pattern. */
export function generateIntent(networkCount) {
  const hubCount = Math.ceil(networkCount / (MOST_SPOKES + 1));
  const virtualNetworks = {};
  for (let index = 0; index < networkCount; index++) {
    const hub = index % hubCount;
    const isHub = index < hubCount;
    virtualNetworks[isHub ? `hub-${hub}` : `spoke-${hub}-${index}`] = networkOf(isHub, REGIONS[hub]);
  }
  const isolate = isolationOf(Object.keys(virtualNetworks).slice(hubCount));
  return {
    name: "bench",
    addressSpace: "10.0.0.0/8",
    virtualNetworks,
    connections: connectionsOf(hubCount),
    isolate,
  };
}

/** One spoke in ten must not reach the next. */
function isolationOf(spokes) {
  return spokes.flatMap((spoke, index) => (index % 10 === 1 ? [[spokes[index - 1], spoke]] : []));
}

function networkOf(isHub, region) {
  if (isHub)
    return { role: "hub", region, size: "/22", subnets: { GatewaySubnet: null, shared: "/24", dns: "/28" } };
  return { region, size: "/23", subnets: { web: "/25", app: "/26", data: "/26" } };
}

function connectionsOf(hubCount) {
  const hubs = Array.from({ length: hubCount }, (_, hub) => hub);
  const spokes = hubs.map((hub) => ({
    between: [`hub-${hub}`, `spoke-${hub}-*`],
    needs: { traffic: { there: "50 GB", back: "150 GB" } },
  }));
  return hubCount === 1 ? spokes : [...spokes, { mesh: ["hub-*"], needs: { internet: "forbidden" } }];
}

export function intentText(networkCount, format) {
  const intent = generateIntent(networkCount);
  return format === "json" ? JSON.stringify(intent, null, 2) : stringify(intent);
}
