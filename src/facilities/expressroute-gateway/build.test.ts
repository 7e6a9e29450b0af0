import { expect, it } from "vitest";
import { emptyEstate } from "../../model/estate.ts";
import { indexEstate } from "../../model/estate-index.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { buildGateway } from "./build.ts";
import { recogniseGateways } from "./recognise.ts";
import type { SizedGateway } from "./size.ts";

const origin = { file: "network.yaml", path: ["virtualNetworks", "hub"] };
const group = "/subscriptions/s/resourceGroups/g";
const network: Resource = {
  id: `${group}/providers/Microsoft.Network/virtualNetworks/hub`,
  type: "Microsoft.Network/virtualNetworks",
  name: "hub",
  location: "northeurope",
  properties: {},
  origin,
};
const networks = { resourceOf: () => network };

it("stands beside its network, in GatewaySubnet, without a public IP address", () => {
  const built = buildGateway(sized({ sku: "ErGw2AZ" }), networks);

  expect(built).toEqual([
    {
      id: `${group}/providers/Microsoft.Network/virtualNetworkGateways/hub-expressroute`,
      type: "Microsoft.Network/virtualNetworkGateways",
      name: "hub-expressroute",
      location: "northeurope",
      properties: {
        gatewayType: "ExpressRoute",
        sku: { name: "ErGw2AZ", tier: "ErGw2AZ" },
        ipConfigurations: [
          {
            name: "default",
            properties: {
              privateIPAllocationMethod: "Dynamic",
              subnet: { id: `${network.id}/subnets/GatewaySubnet` },
            },
          },
        ],
      },
      origin,
      parts: [],
    },
  ]);
  expect(JSON.stringify(built)).not.toMatch(/publicIPAddress/i);
});

it("has as many scale units as it was sized for, and no fewer at any time", () => {
  const [gateway] = buildGateway(sized({ sku: "ErGwScale", units: 12 }), networks);

  expect(gateway?.properties).toMatchObject({ autoScaleConfiguration: { bounds: { min: 12, max: 12 } } });
});

it("asks for the region where nobody gave it", () => {
  const { location: _, ...without } = network;

  const [gateway] = buildGateway(sized({ sku: "ErGw1AZ" }), { resourceOf: () => without });

  expect(gateway?.location).toMatchObject({ kind: "unknown" });
});

it("recognises what it built, and bills it alike", () => {
  const gateway = sized({ sku: "ErGwScale", units: 3 });
  const resources = buildGateway(gateway, networks).map(
    (resource) => [keyOf(resource.id), resource] as const,
  );

  const [found, ...others] = recogniseGateways(
    indexEstate({ ...emptyEstate, resources: new Map(resources) }),
  );

  expect(others).toEqual([]);
  expect(found).toMatchObject({
    facility: "expressroute-gateway",
    sku: "ErGwScale",
    label: "ExpressRoute gateway ErGwScale",
  });
  expect(found?.meters()).toMatchObject([
    { meterName: "ErGwScale Unit", location: "northeurope", quantity: 3 * 730 },
  ]);
});

function sized(size: { sku: string; units?: number }): SizedGateway {
  return {
    facility: "expressroute-gateway",
    title: "ExpressRoute gateway",
    at: { virtualNetwork: "hub" },
    name: "hub-expressroute",
    demands: [],
    addresses: [],
    meters: [],
    because: [],
    ...size,
  };
}
