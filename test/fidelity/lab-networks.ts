import type { Json, JsonObject } from "../../src/source/document.ts";
import { nicsOf } from "./lab-addresses.ts";
import {
  entriesAt,
  flagAt,
  type LabObject,
  objectAt,
  objectsAt,
  same,
  textAt,
  textsAt,
  textsOf,
} from "./lab-json.ts";
import { guardedSubnets } from "./lab-keys.ts";

const GUARD = "guard";
const FIRST_PRIORITY = 100;

export function resource(
  type: string,
  name: string,
  properties: JsonObject,
  more: JsonObject = {},
): JsonObject {
  return { type: `Microsoft.Network/${type}`, name, ...more, properties };
}

/** Without what the file does not say. */
export function said(object: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) kept[key] = value;
  return kept;
}

export function reference(type: string, name: string): JsonObject {
  return { id: `${type}/${name}` };
}

export function subnetReference(network: string, subnet: string): JsonObject {
  return { id: `virtualNetworks/${network}/subnets/${subnet}` };
}

export function networkResources(lab: LabObject): readonly JsonObject[] {
  return [
    ...securityGroup(lab),
    ...objectsAt(lab, "routeTables").map(routeTable),
    ...objectsAt(lab, "virtualNetworks").flatMap((network) => virtualNetwork(network, lab)),
  ];
}

function virtualNetwork(network: LabObject, lab: LabObject): readonly JsonObject[] {
  const name = textAt(network, "name") ?? "";
  const outgoing = textsAt(network, "natGatewaySubnets");
  const location = textAt(network, "region");
  const subnets = entriesAt(network, "subnets").map(([subnet, value]) => ({
    name: subnet,
    properties: subnetProperties(network, subnet, value, lab),
  }));
  const peerings = objectsAt(lab, "peerings")
    .filter((peering) => same(textAt(peering, "from"), name))
    .map(peering);
  return [
    ...(outgoing.length === 0 ? [] : [resource("natGateways", `${name}-nat`, {})]),
    resource(
      "virtualNetworks",
      name,
      {
        addressSpace: { addressPrefixes: textsAt(network, "addressSpace") },
        subnets,
        ...(peerings.length === 0 ? {} : { virtualNetworkPeerings: peerings }),
      },
      said({ location }),
    ),
  ];
}

function subnetProperties(network: LabObject, subnet: string, value: unknown, lab: LabObject): JsonObject {
  const name = textAt(network, "name") ?? "";
  const inside = objectOfSubnet(value);
  const table = objectsAt(lab, "routeTables").find((table) =>
    textsAt(table, "subnets").some((text) => same(text, `${name}/${subnet}`)),
  );
  const outgoing = textsAt(network, "natGatewaySubnets").includes(subnet);
  return said({
    addressPrefixes: inside,
    networkSecurityGroup: guardedSubnets(lab).has(subnet)
      ? reference("networkSecurityGroups", GUARD)
      : undefined,
    routeTable: table && reference("routeTables", textAt(table, "name") ?? ""),
    natGateway: outgoing ? reference("natGateways", `${name}-nat`) : undefined,
    privateEndpointNetworkPolicies: textAt(objectAt(network, "privateEndpointNetworkPolicies"), subnet),
  });
}

/** A list of prefixes, or an object that has one. */
function objectOfSubnet(value: unknown): readonly string[] {
  const texts = textsOf(value);
  if (texts.length > 0 || typeof value !== "object" || value === null || Array.isArray(value)) return texts;
  const holder: LabObject = { ...value };
  return [
    ...textsAt(holder, "addressPrefixes"),
    ...textsAt(holder, "prefixes"),
    ...textsAt(holder, "addressPrefix"),
  ];
}

function peering(half: LabObject): JsonObject {
  const state = textAt(half, "peeringState");
  return {
    name: textAt(half, "name") ?? `to-${textAt(half, "to") ?? ""}`,
    properties: {
      remoteVirtualNetwork: reference("virtualNetworks", textAt(half, "to") ?? ""),
      // Azure's own default where the file is silent.
      allowVirtualNetworkAccess: half["allowVirtualNetworkAccess"] !== false,
      allowForwardedTraffic: flagAt(half, "allowForwardedTraffic"),
      allowGatewayTransit: flagAt(half, "allowGatewayTransit"),
      useRemoteGateways: flagAt(half, "useRemoteGateways"),
      ...(state === undefined ? {} : { peeringState: state }),
    },
  };
}

function routeTable(table: LabObject): JsonObject {
  return resource("routeTables", textAt(table, "name") ?? "", {
    disableBgpRoutePropagation: flagAt(table, "disableBgpRoutePropagation"),
    routes: objectsAt(table, "routes").map((route, index) => ({
      name: textAt(route, "name") ?? `route-${index}`,
      properties: said({
        addressPrefix: textAt(route, "prefix"),
        nextHopType: textAt(route, "nextHopType"),
        nextHopIpAddress: textAt(route, "nextHopIp"),
      }),
    })),
  });
}

function securityGroup(lab: LabObject): readonly JsonObject[] {
  const groups = objectAt(lab, "securityGroups");
  if (guardedSubnets(lab).size === 0) return [];

  const from = textsAt(groups, "inboundAllowedFrom");
  const to = textsAt(groups, "outboundAllowedTo").map((text) => (text.toLowerCase() === "any" ? "*" : text));
  return [
    resource("networkSecurityGroups", GUARD, {
      securityRules: [
        ...(from.length === 0 ? [] : [rule("allow-from", "Inbound", from)]),
        ...(to.length === 0 ? [] : [rule("allow-to", "Outbound", to)]),
      ],
    }),
  ];
}

function rule(name: string, direction: string, far: readonly string[]): JsonObject {
  return {
    name,
    properties: {
      priority: FIRST_PRIORITY,
      direction,
      access: "Allow",
      protocol: "*",
      sourcePortRange: "*",
      destinationPortRange: "*",
      ...ends(direction === "Inbound", far),
    },
  };
}

function ends(inbound: boolean, far: readonly string[]): JsonObject {
  const [side, other] = inbound ? ["source", "destination"] : ["destination", "source"];
  const [only] = far;
  return {
    ...(far.length === 1 && only !== undefined
      ? { [`${side}AddressPrefix`]: only }
      : { [`${side}AddressPrefixes`]: far }),
    [`${other}AddressPrefix`]: "*",
  };
}

/** Machines, their interfaces, the load balancers before them, and private endpoints. */
export function hostResources(lab: LabObject): readonly JsonObject[] {
  const nics = nicsOf(lab);
  const balancers = objectsAt(lab, "appliances").filter(
    (appliance) => textAt(appliance, "backend") !== undefined || Array.isArray(appliance["backend"]),
  );
  const poolsOf = (nic: string) =>
    balancers
      .filter((balancer) => textsAt(balancer, "backend").some((name) => same(name, nic)))
      .map((balancer) => pool(textAt(balancer, "name") ?? ""));
  const owners = [...new Set(nics.map(({ owner }) => owner))];
  return [
    ...balancers.map(loadBalancer),
    ...nics.map(({ name, virtualNetwork, subnet, address, addressIpv6, forwards }) => {
      const configuration = (suffix: string, privateIPAddress: string, version: string): JsonObject => ({
        name: suffix,
        properties: {
          privateIPAddress,
          privateIPAddressVersion: version,
          primary: version === "IPv4",
          subnet: subnetReference(virtualNetwork, subnet),
          ...(poolsOf(name).length === 0 || version !== "IPv4"
            ? {}
            : { loadBalancerBackendAddressPools: poolsOf(name) }),
        },
      });
      return resource("networkInterfaces", name, {
        enableIPForwarding: forwards,
        ipConfigurations: [
          ...(address === undefined ? [] : [configuration("ipv4", address, "IPv4")]),
          ...(addressIpv6 === undefined ? [] : [configuration("ipv6", addressIpv6, "IPv6")]),
        ],
      });
    }),
    ...owners.map((owner) => ({
      type: "Microsoft.Compute/virtualMachines",
      name: owner,
      properties: {
        networkProfile: {
          networkInterfaces: nics
            .filter((nic) => nic.owner === owner)
            .map(({ name, primary }) => ({
              ...reference("networkInterfaces", name),
              properties: { primary },
            })),
        },
      },
    })),
    ...objectsAt(lab, "privateEndpoints").map(privateEndpoint),
  ];
}

function pool(balancer: string): JsonObject {
  return { id: `loadBalancers/${balancer}/backendAddressPools/all` };
}

function loadBalancer(balancer: LabObject): JsonObject {
  const name = textAt(balancer, "name") ?? "";
  const network = textAt(balancer, "virtualNetwork") ?? "";
  return resource(
    "loadBalancers",
    name,
    {
      frontendIPConfigurations: [
        {
          name: "front",
          properties: said({
            privateIPAddress: textAt(balancer, "address"),
            subnet: subnetReference(network, textAt(balancer, "subnet") ?? ""),
          }),
        },
      ],
      backendAddressPools: [{ name: "all", ...pool(name) }],
      loadBalancingRules: [
        {
          name: "all",
          properties: {
            protocol: flagAt(balancer, "haPorts") ? "All" : "Tcp",
            frontendPort: 0,
            backendPort: 0,
            frontendIPConfiguration: { id: `loadBalancers/${name}/frontendIPConfigurations/front` },
            backendAddressPool: pool(name),
          },
        },
      ],
    },
    { sku: { name: "Standard" } },
  );
}

function privateEndpoint(endpoint: LabObject): JsonObject {
  const address = textAt(endpoint, "address");
  return resource("privateEndpoints", textAt(endpoint, "name") ?? "", {
    subnet: subnetReference(textAt(endpoint, "virtualNetwork") ?? "", textAt(endpoint, "subnet") ?? ""),
    ipConfigurations:
      address === undefined ? [] : [{ name: "ip", properties: { privateIPAddress: address } }],
  });
}
