import { expect, it } from "vitest";
import { design } from "../../src/design.ts";
import { readDocument } from "../../src/source/index.ts";

const DEVICE =
  "{ publicIp: 198.51.100.20, privateIp: 172.16.0.4, asn: 65020, bgpPeeringAddress: 172.16.1.1 }";
const ENCRYPTED = "encryption: betweenNetworks, internet: forbidden";

interface Asked {
  readonly device?: string;
  readonly needs?: string;
  readonly more?: string;
}

function designOf({ device = DEVICE, needs = ENCRYPTED, more = "" }: Asked = {}) {
  const text = `
name: clinic
defaults: { region: northeurope }
addressSpace: 10.64.0.0/16
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  records: { size: /22, subnets: { app: /24 } }
sites:
  clinic:
    addressSpace: 172.16.0.0/16
    vpnDevices: [${device}]
    circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 10 Gbps, leadTime: 6 weeks }]
connections:
  - between: [hub, records]
  - between: [records, clinic]
    needs: { ${needs} }
${more}`;
  const { design: answer, diagnostics } = design(readDocument("network.yaml", text), { reconsider: false });
  if (!answer) throw new Error("no design");
  const decision = answer.decisions.find(({ name }) => name === "records - clinic");
  const propertiesOf = (name: string, type: string) =>
    [...answer.estate.resources.values()].find(
      (resource) => resource.name === name && resource.type.endsWith(type),
    )?.properties;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    answer,
    decision,
    propertiesOf,
    errors,
    said: decision?.because.map(({ text }) => text).join("\n"),
  };
}

it("runs the tunnels of a VPN gateway over the circuit, and both are ways of one decision", () => {
  const { decision, errors } = designOf();

  expect(errors).toEqual([]);
  // In the network itself: the peering with the hub would be in the clear.
  expect(decision).not.toHaveProperty("via");
  expect(decision).toMatchObject({
    status: "chosen",
    kind: "expressroute",
    title: "ExpressRoute, with Site-to-Site VPN over it",
    sku: "ErGw1AZ",
    paths: [
      { kind: "site-to-site", role: "primary", over: "expressroute", sku: "VpnGw1AZ" },
      { kind: "expressroute", role: "primary", sku: "ErGw1AZ" },
    ],
    rejected: [],
  });
});

it("ends the tunnels at private addresses on both sides, with BGP and a complete policy", () => {
  const { propertiesOf } = designOf();

  expect(propertiesOf("records-vpn", "virtualNetworkGateways")).toMatchObject({
    enablePrivateIpAddress: true,
    enableBgp: true,
  });
  expect(propertiesOf("records-to-clinic-private", "localNetworkGateways")).toMatchObject({
    gatewayIpAddress: "172.16.0.4",
    localNetworkAddressSpace: { addressPrefixes: [] },
    bgpSettings: { asn: 65020, bgpPeeringAddress: "172.16.1.1" },
  });
  expect(propertiesOf("records-to-clinic-private", "connections")).toMatchObject({
    connectionType: "IPsec",
    useLocalAzureIpAddress: true,
    enableBgp: true,
    ipsecPolicies: [{ ipsecEncryption: "GCMAES256", ikeIntegrity: "SHA384" }],
  });
  expect(propertiesOf("records-to-clinic-circuit", "connections")).toMatchObject({
    connectionType: "ExpressRoute",
  });
});

it("is recognised as one connection of each kind between the same ends, and neither crosses the internet", () => {
  const { answer } = designOf();

  const found = answer.connections.filter(({ ends }) => ends.includes("clinic"));

  expect(found.map(({ kind, encrypted, crossesInternet }) => [kind, encrypted, crossesInternet])).toEqual([
    ["site-to-site", true, false],
    ["expressroute", false, false],
  ]);
});

it("bills the traffic with the circuit, and once", () => {
  const { answer } = designOf({ needs: `${ENCRYPTED}, traffic: { there: 1 TB, back: 300 GB }` });

  const data = answer.price.items.filter(
    ({ meter, usedBy }) => meter.unit === "GB" && usedBy.includes("records - clinic"),
  );

  expect(data.map(({ quantity }) => quantity)).toEqual([1000]);
});

it("says that of equal prefixes Azure takes the circuit's, unencrypted, with the page", () => {
  const { decision } = designOf();

  expect(decision?.because).toContainEqual({
    text: expect.stringContaining("Of equal prefixes Azure takes the circuit's, unencrypted"),
    source: "https://learn.microsoft.com/azure/vpn-gateway/site-to-site-vpn-private-peering",
  });
});

it("claims both SLAs, and no promise of the VPN gateway's bandwidth", () => {
  const { said } = designOf({
    needs: `${ENCRYPTED}, sla: 99.95%, bandwidth: { atLeast: 500 Mbps, guaranteed: true }`,
  });

  expect(said).toContain("Circuit and gateway have an SLA of 99.95%");
  expect(said).toContain("The VPN gateway has an SLA of 99.95%");
  expect(said).toContain("what a VPN gateway carries is measured and not promised");
});

it("asks at deployment for a private address that nobody gave, and still knows the site", () => {
  const { answer, propertiesOf, said } = designOf({
    device: "{ publicIp: 198.51.100.20, asn: 65020, bgpPeeringAddress: 172.16.1.1 }",
  });

  expect(
    propertiesOf("records-to-clinic-private", "localNetworkGateways")?.["gatewayIpAddress"],
  ).toMatchObject({
    kind: "unknown",
  });
  expect(said).toContain("The private address of 198.51.100.20 is asked for at deployment.");
  expect(answer.connections.filter(({ ends }) => ends.includes("clinic"))).toHaveLength(2);
});

it("a circuit that is named is the person's choice, encrypted as well", () => {
  const { decision } = designOf({ needs: ENCRYPTED, more: "    kind: expressroute\n" });

  expect(decision).toMatchObject({ status: "userChose", kind: "expressroute", paths: [{}, {}] });
});

it("takes the settings of the tunnels", () => {
  const { decision, errors } = designOf({ more: "    settings: { connectionProtocol: IKEv1 }\n" });

  expect(errors).toEqual([]);
  expect(decision?.status).toBe("chosen");
});

it.each([
  ["encryption alone goes over the internet", "encryption: betweenNetworks", ["site-to-site"]],
  ["a circuit alone where nobody asks for encryption", "internet: forbidden", ["expressroute"]],
  ["an SLA", "encryption: betweenNetworks, sla: 99.95%", ["site-to-site", "expressroute"]],
  [
    "guaranteed bandwidth",
    "encryption: betweenNetworks, bandwidth: { atLeast: 500 Mbps, guaranteed: true }",
    ["site-to-site", "expressroute"],
  ],
])("%s", (_, needs, kinds) => {
  expect(designOf({ needs }).decision?.paths.map(({ kind }) => kind)).toEqual(kinds);
});

it("a circuit alone cannot survive its loss, and no VPN over the internet stands in for it here", () => {
  const { decision, errors } = designOf({ needs: `${ENCRYPTED}, resilience: circuit` });

  expect(decision?.status).toBe("impossible");
  expect(JSON.stringify(errors)).not.toContain("Encryption between networks");
});

it.each([
  [
    "without BGP nothing would be encrypted",
    { device: "{ publicIp: 198.51.100.20, privateIp: 172.16.0.4 }" },
    "has no asn, and without BGP every packet takes the circuit",
  ],
  [
    "BGP inside the tunnel from where the tunnel ends",
    { device: DEVICE.replace("172.16.1.1", "172.16.0.4") },
    "it would carry its own packets",
  ],
  [
    "more than one tunnel carries",
    { needs: `${ENCRYPTED}, bandwidth: 5 Gbps` },
    "5 Gbps at least is asked for. The largest VPN gateway carries",
  ],
  ["a circuit too late", { needs: `${ENCRYPTED}, leadTime: 2 weeks` }, "The provider takes 42 days."],
])("refuses: %s", (_, asked, says) => {
  const { decision, errors } = designOf(asked);

  expect(decision?.status).toBe("impossible");
  expect(JSON.stringify(errors)).toContain(says);
});
