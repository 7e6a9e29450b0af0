import { expect, it } from "vitest";
import { indexEstate } from "../../model/estate-index.ts";
import { readEstate } from "../../readers/estate/read-estate.ts";
import { readDocument } from "../../source/index.ts";
import { connectionRules } from "../connection/index.ts";
import { localNetworkGatewayRules } from "../local-network-gateway/index.ts";
import { runRules } from "../run-rules.ts";
import { virtualNetworkGatewayRules } from "./index.ts";

const rules = [...virtualNetworkGatewayRules, ...localNetworkGatewayRules, ...connectionRules];
const COMPLETE = "/subscriptions/00000000-0000-0000-0000-000000000000";
const unknown = { kind: "unknown", because: "a parameter without a value" };

function findingsIn(resources: readonly object[]): readonly string[] {
  const file = { formatVersion: 1, coverage: { complete: [COMPLETE] }, resources };
  const { estate } = readEstate(readDocument("test.estate.json", JSON.stringify(file)));
  return runRules(rules, indexEstate(estate)).map(({ rule }) => rule);
}

const resource = (type: string, name: string, properties: object, more: object = {}) => ({
  type: `Microsoft.Network/${type}`,
  name,
  properties,
  ...more,
});

const GATEWAY = ["sku", "vpnType", "vpnGatewayGeneration", "activeActive", "enableBgp", "bgpSettings"];
const MORE = ["ipConfigurations", "vpnClientConfiguration", "natRules", "enableBgpRouteTranslationForNat"];
const SITE = ["gatewayIpAddress", "fqdn", "localNetworkAddressSpace", "bgpSettings"];
const CONNECTION = [
  "virtualNetworkGateway1",
  "virtualNetworkGateway2",
  "localNetworkGateway2",
  "peer",
  "enableBgp",
  "ipsecPolicies",
  "sharedKey",
  "connectionProtocol",
  "usePolicyBasedTrafficSelectors",
  "dpdTimeoutSeconds",
  "routingWeight",
  "ingressNatRules",
  "egressNatRules",
  "gatewayCustomBgpIpAddresses",
  "connectionStatus",
];

/** A gateway, a site and one connection of each type, with this value wherever there is something to say. */
function everywhere(value: unknown, more: object = {}): readonly object[] {
  const filled = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, value]));
  return [
    resource("virtualNetworkGateways", "vpn", { gatewayType: "Vpn", ...filled([...GATEWAY, ...MORE]) }, more),
    resource("localNetworkGateways", "amsterdam", filled(SITE), more),
    ...["IPsec", "Vnet2Vnet", "ExpressRoute"].map((connectionType) =>
      resource("connections", connectionType, { connectionType, ...filled(CONNECTION) }, more),
    ),
  ];
}

it("says nothing of values that nobody knows", () => {
  expect(findingsIn(everywhere(unknown))).toEqual([]);
});

it("says nothing of what is not said of existing resources", () => {
  expect(findingsIn(everywhere(undefined, { existing: true }))).toEqual([]);
});

it.each([null, 0, "", "text", [], [null], [[]], {}, { id: 0 }, { id: "" }])(
  "reads %j in any place without a stumble",
  (odd) => {
    expect(() => findingsIn(everywhere(odd))).not.toThrow();
  },
);

it("never prints a shared key", () => {
  const file = {
    formatVersion: 1,
    resources: [
      ["a", "b", "swordfish-1"],
      ["b", "a", "swordfish 2"],
    ].map(([from, to, sharedKey]) =>
      resource("connections", `${from}-to-${to}`, {
        connectionType: "Vnet2Vnet",
        virtualNetworkGateway1: { id: `virtualNetworkGateways/${from}` },
        virtualNetworkGateway2: { id: `virtualNetworkGateways/${to}` },
        sharedKey,
      }),
    ),
  };
  const { estate } = readEstate(readDocument("test.estate.json", JSON.stringify(file)));
  const found = runRules(rules, indexEstate(estate));

  expect(found.map(({ rule }) => rule)).toContain("connection/asymmetric-shared-key");
  expect(JSON.stringify(found)).not.toContain("swordfish");
});
