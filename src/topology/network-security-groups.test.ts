import { expect, it } from "vitest";
import { formatPrefix } from "../ip/index.ts";
import { emptyEstate } from "../model/estate.ts";
import { type EstateIndex, indexEstate } from "../model/estate-index.ts";
import type { Resource } from "../model/resource.ts";
import { keyOf } from "../model/resource-id.ts";
import type { Filter, Gap } from "../model/topology.ts";
import type { ValueObject } from "../model/unknown.ts";
import { filtersOf } from "./filters-of.ts";
import { networkSecurityGroups } from "./network-security-groups.ts";

const scope = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network";
const webGroup = `${scope}/networkSecurityGroups/nsg-web`;
const nicGroup = `${scope}/networkSecurityGroups/nsg-nic`;
const subnetId = `${scope}/virtualNetworks/hub/subnets/web`;
const unknown = {
  kind: "unknown",
  because: "it is a parameter",
  origin: { file: "t", path: ["p"] },
} as const;

it("writes a group as one filter each way, own rules by priority and Azure's rules last", () => {
  const { filters, gaps } = read(
    group(webGroup),
    rule("later", { priority: 300, direction: "Inbound", access: "Deny" }),
    rule("first", { priority: 100, direction: "inbound", access: "allow", protocol: "Tcp" }),
    rule("out", { priority: 100, direction: "Outbound", access: "Deny" }),
  );

  expect(filters.map(({ id, rules }) => [id, rules.map(({ name, access }) => `${access} ${name}`)])).toEqual([
    [
      `${keyOf(webGroup)}#inbound`,
      [
        "Allow first",
        "Deny later",
        "Allow AllowVnetInBound",
        "Allow AllowAzureLoadBalancerInBound",
        "Deny DenyAllInBound",
      ],
    ],
    [
      `${keyOf(webGroup)}#outbound`,
      ["Deny out", "Allow AllowVnetOutBound", "Allow AllowInternetOutBound", "Deny DenyAllOutBound"],
    ],
  ]);
  expect(filters[0]?.rules[0]?.protocol).toBe("tcp");
  expect(gaps).toEqual([]);
});

it("reads prefixes, bare addresses, host bits and tags", () => {
  const { filters } = read(
    group(webGroup),
    rule("mixed", {
      sourceAddressPrefix: "",
      sourceAddressPrefixes: ["10.1.0.4", "10.2.0.9/24", "virtualnetwork", "Storage.WestEurope"],
      destinationAddressPrefix: "AzureLoadBalancer",
    }),
    rule("all", { priority: 110, sourceAddressPrefix: "*", destinationAddressPrefix: "Internet" }),
  );

  expect(readable(filters, "mixed")).toEqual({
    sources: {
      any: false,
      prefixes: ["10.1.0.4/32", "10.2.0.0/24"],
      routed: true,
      internet: false,
      unknown: ["Storage.WestEurope"],
    },
    destinations: {
      any: false,
      prefixes: ["168.63.129.16/32"],
      routed: false,
      internet: false,
      unknown: [],
    },
  });
  expect(readable(filters, "all")).toMatchObject({
    sources: { any: true, prefixes: [] },
    destinations: { any: false, internet: true },
  });
});

it.each([
  { property: { destinationPortRange: "443" }, ports: [[443, 443]], why: "one port" },
  { property: { destinationPortRange: "*" }, ports: [[0, 65535]], why: "any" },
  { property: {}, ports: [[0, 65535]], why: "none named" },
  {
    property: { destinationPortRange: "", destinationPortRanges: ["80", "8000-8080"] },
    ports: [
      [80, 80],
      [8000, 8080],
    ],
    why: "several beside an empty one",
  },
])("reads ports: $why", ({ property, ports }) => {
  const { filters } = read(group(webGroup), rule("only", property));

  const found = filters[0]?.rules[0]?.destinationPorts.map(({ from, to }) => [from, to]);

  expect(found).toEqual(ports);
});

it("says that nobody of the estate is in an application security group that a rule names", () => {
  const id = `${scope}/applicationSecurityGroups/web`;
  const { gaps } = read(
    group(webGroup),
    rule("one", { sourceApplicationSecurityGroups: [{ id }], destinationAddressPrefix: "*" }),
  );

  expect(gaps).toMatchObject([
    {
      kind: "assumed",
      about: [`${keyOf(webGroup)}#inbound`, `${keyOf(webGroup)}#outbound`],
      because:
        "no interface of the estate is in the application security group web: rules of nsg-web that name it are taken to match nobody",
    },
  ]);
});

it("puts the interfaces in place of an application security group", () => {
  const id = `${scope}/applicationSecurityGroups/web`;
  const { filters, gaps } = read(
    group(webGroup),
    rule("from-web", { sourceApplicationSecurityGroups: [{ id }], destinationAddressPrefix: "*" }),
    nic("one", { privateIPAddress: "10.0.1.4", applicationSecurityGroups: [{ id: id.toUpperCase() }] }),
    nic("two", { privateIPAddress: "10.0.1.5", applicationSecurityGroups: [{ id }] }),
    nic("other", { privateIPAddress: "10.0.1.6" }),
    nic("dynamic", { applicationSecurityGroups: [{ id }] }),
  );

  expect(readable(filters, "from-web")?.sources).toMatchObject({
    any: false,
    prefixes: ["10.0.1.4/32", "10.0.1.5/32"],
  });
  expect(gaps).toMatchObject([{ kind: "assumed", about: [keyOf(`${scope}/networkInterfaces/dynamic`)] }]);
});

it.each([
  { rules: [rule("half", { sourceAddressPrefix: unknown })], unread: ["inbound"], why: "an unknown source" },
  {
    rules: [rule("half", { destinationPortRange: "70000" })],
    unread: ["inbound"],
    why: "a port that is none",
  },
  {
    rules: [rule("half", { direction: unknown })],
    unread: ["inbound", "outbound"],
    why: "a direction that nobody knows",
  },
])("has a gap instead of a filter for $why", ({ rules, unread }) => {
  const { filters, gaps } = read(group(webGroup), ...rules, subnet(webGroup));

  expect(filters).toHaveLength(2 - unread.length);
  expect(gaps.map(({ about }) => about)).toEqual(unread.map((way) => [`${keyOf(webGroup)}#${way}`]));
});

it("tells what stands behind a group that is not in the estate", () => {
  const { filters, gaps } = read(subnet(webGroup));

  expect(filters).toEqual([]);
  expect(gaps).toMatchObject([
    {
      kind: "notModelled",
      about: [`${keyOf(webGroup)}#inbound`, `${keyOf(webGroup)}#outbound`],
      because: expect.stringContaining("hub/web"),
    },
  ]);
});

it("meets the subnet's group first inbound and the interface's first outbound", () => {
  const own = nic("one", { subnet: { id: subnetId } }, { networkSecurityGroup: { id: nicGroup } });
  const estate = estateOf(group(webGroup), group(nicGroup), subnet(webGroup), own);

  expect(filtersOf(own, estate)).toEqual({
    inbound: [`${keyOf(webGroup)}#inbound`, `${keyOf(nicGroup)}#inbound`],
    outbound: [`${keyOf(nicGroup)}#outbound`, `${keyOf(webGroup)}#outbound`],
  });
  expect(filtersOf(subnet(webGroup), estate)).toEqual({
    inbound: [`${keyOf(webGroup)}#inbound`],
    outbound: [`${keyOf(webGroup)}#outbound`],
  });
});

it("has no filter without a group, and one that nobody holds where the group is unknown", () => {
  const free = nic("free", { subnet: { id: subnetId } });
  const unsure = nic("unsure", {}, { networkSecurityGroup: unknown });
  const estate = estateOf(free, unsure);

  const unsureFilters = filtersOf(unsure, estate).inbound ?? [];

  expect(filtersOf(free, estate)).toEqual({});
  expect(unsureFilters).toHaveLength(1);
  expect([...networkSecurityGroups.read(estate)]).toMatchObject([
    { part: "gap", kind: "notModelled", about: expect.arrayContaining([...unsureFilters]) },
  ]);
});

function read(...resources: readonly Resource[]) {
  const parts = [...networkSecurityGroups.read(estateOf(...resources))];
  return {
    filters: parts.filter((part): part is Filter => part.part === "filter"),
    gaps: parts.filter((part): part is Gap => part.part === "gap"),
  };
}

function readable(filters: readonly Filter[], name: string) {
  const found = filters.flatMap(({ rules }) => rules).find((each) => each.name === name);
  return (
    found && {
      sources: { ...found.sources, prefixes: found.sources.prefixes.map(formatPrefix) },
      destinations: { ...found.destinations, prefixes: found.destinations.prefixes.map(formatPrefix) },
    }
  );
}

function estateOf(...resources: readonly Resource[]): EstateIndex {
  return indexEstate({
    ...emptyEstate,
    resources: new Map(resources.map((resource) => [keyOf(resource.id), resource])),
  });
}

function resourceOf(id: string, type: string, properties: ValueObject): Resource {
  const name = id.split("/").at(-1) ?? id;
  return { id, type, name, properties, origin: { file: "test", path: [name] } };
}

function group(id: string): Resource {
  return resourceOf(id, "Microsoft.Network/networkSecurityGroups", {});
}

function rule(name: string, properties: ValueObject): Resource {
  return resourceOf(
    `${webGroup}/securityRules/${name}`,
    "Microsoft.Network/networkSecurityGroups/securityRules",
    { priority: 100, direction: "Inbound", access: "Allow", protocol: "*", ...properties },
  );
}

function subnet(networkSecurityGroup: string): Resource {
  return resourceOf(subnetId, "Microsoft.Network/virtualNetworks/subnets", {
    addressPrefix: "10.0.1.0/24",
    networkSecurityGroup: { id: networkSecurityGroup },
  });
}

function nic(name: string, configuration: ValueObject, more: ValueObject = {}): Resource {
  return resourceOf(`${scope}/networkInterfaces/${name}`, "Microsoft.Network/networkInterfaces", {
    ipConfigurations: [{ name: "ip", properties: configuration }],
    ...more,
  });
}
