import { expect, it } from "vitest";
import { formatPrefix } from "../../src/ip/index.ts";
import type { Plan } from "../../src/planning/plan-estate.ts";
import { findingsOf, planText } from "./plan-text.ts";

const HEAD = `
name: nat
defaults: { region: westeurope }
addressSpace: 10.64.0.0/16
`;
const UTRECHT = `utrecht: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.10 }] }`;

function offices(rotterdam: string, more = ""): string {
  return `${HEAD}
virtualNetworks:
  hub: { size: /24 }
${more}
sites:
  ${UTRECHT}
  rotterdam: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.20 }], ${rotterdam} }
connections:
  - between: [hub, [utrecht, rotterdam]]
`;
}

function inRegions(networks: string, ends: string): string {
  return `
name: nat
addressSpace: { westeurope: 10.64.0.0/16, northeurope: 10.65.0.0/16 }
virtualNetworks: { ${networks} }
sites:
  rotterdam: { addressSpace: 192.168.1.0/24, nat: planned, vpnDevices: [{ publicIp: 198.51.100.20 }] }
connections:
  - between: [[${ends}], rotterdam]
`;
}

function natRangesOf({ addresses }: Plan): readonly string[] {
  return (addresses.natRanges ?? []).map(
    ({ site, internal, addressSpace }) =>
      `${site} ${internal}: ${addressSpace.map(({ prefix }) => formatPrefix(prefix)).join()}`,
  );
}

function propertiesOf({ estate }: Plan, name: string) {
  return [...estate.resources.values()].find((resource) => resource.name === name)?.properties;
}

it("plans a range of the same size in a region's block, clear of all others", () => {
  const plan = planText(offices("nat: planned"));

  expect(findingsOf(plan)).toEqual([]);
  expect(natRangesOf(plan)).toEqual(["rotterdam 192.168.1.0/24: 10.64.1.0/24"]);
  expect(propertiesOf(plan, "hub-to-rotterdam-nat")).toMatchObject({
    internalMappings: [{ addressSpace: "192.168.1.0/24" }],
    externalMappings: [{ addressSpace: "10.64.1.0/24" }],
  });
  expect(plan.gateways.facilities.map(({ sku }) => sku)).toEqual(["VpnGw2AZ"]);
});

it("says of each decision what Azure sees", () => {
  const { decided } = planText(offices("nat: planned"));

  const texts = decided.map(({ decision }) => decision.because.map(({ text }) => text).join("\n"));
  expect(texts[0]).not.toMatch(/Azure sees/);
  expect(texts[1]).toMatch(/Azure sees 192\.168\.1\.0\/24 of rotterdam at 10\.64\.1\.0\/24/);
});

it("keeps what the lock has, whatever comes into the file before it", () => {
  const { lock } = planText(offices("nat: planned"));
  const plan = planText(offices("nat: planned", "  first: { size: /25 }\n  largest: { size: /20 }"), lock);

  expect(findingsOf(plan)).toEqual([]);
  expect(natRangesOf(plan)).toEqual(["rotterdam 192.168.1.0/24: 10.64.1.0/24"]);
});

it("keeps planned networks away from a range that a person chose", () => {
  const plan = planText(offices("nat: { addressSpace: 10.64.0.0/24 }"));

  expect(findingsOf(plan)).toEqual([]);
  expect(natRangesOf(plan)).toEqual([]);
  expect(propertiesOf(plan, "hub")).toMatchObject({ addressSpace: { addressPrefixes: ["10.64.1.0/24"] } });
});

it("counts the rules of a site once, however many networks use the gateway", () => {
  const spokes = Array.from({ length: 300 }, (_, index) => `  spoke-${index}: { size: /28 }`).join("\n");
  const plan = planText(`${HEAD}
virtualNetworks:
  hub: { role: hub, size: /24 }
${spokes}
sites:
  delft: { addressSpace: [192.168.1.0/24, 192.168.2.0/24], nat: planned, vpnDevices: [{ publicIp: 198.51.100.30 }] }
connections:
  - between: [hub, "spoke-*"]
  - between: ["spoke-*", delft]
`);

  expect(findingsOf(plan)).toEqual([]);
});

const FIXED = "addressSpace: 192.168.0.0/16, subnets: { web: 192.168.7.0/24, GatewaySubnet: 192.168.8.0/27 }";

it("takes a site inside a network whose subnets are all elsewhere, and says what the site does not reach", () => {
  const { decided, ...plan } = planText(alone("nat: { addressSpace: 100.64.1.0/24 }", FIXED));

  expect(findingsOf({ decided, ...plan })).toEqual([]);
  expect(decided[0]?.decision.because.map(({ text }) => text)).toContain(
    "rotterdam does not reach 192.168.1.0/24 of hub, for it has these addresses itself; no subnet is there.",
  );
});

function alone(nat: string, network: string): string {
  return `${HEAD.replace("10.64.0.0/16", "[10.64.0.0/16, 192.168.0.0/16]")}
virtualNetworks:
  hub: { ${network} }
sites:
  rotterdam: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.20 }], ${nat} }
connections:
  - between: [hub, rotterdam]
`;
}

it.each([
  [
    "the network's own range",
    alone("nat: planned", "addressSpace: 192.168.1.0/24"),
    /has 192\.168\.1\.0\/24 itself/,
  ],
  [
    "a network with planned subnets around the site",
    alone("nat: planned", "addressSpace: 192.168.0.0/16, subnets: { web: /24 }"),
    /has 192\.168\.1\.0\/24 itself/,
  ],
  [
    "a range of the network",
    alone("nat: { addressSpace: 10.64.3.0/24 }", "addressSpace: 10.64.2.0/23"),
    /translated to 10\.64\.3\.0\/24, which overlaps 10\.64\.2\.0\/23 of hub/,
  ],
  [
    "the range of a site that is not translated",
    offices("nat: { addressSpace: 192.168.1.0/24 }"),
    /utrecht and rotterdam both use 192\.168\.1\.0\/24/,
  ],
])("refuses %s", (_, text, message) => {
  expect(findingsOf(planText(text)).join("\n")).toMatch(message);
});

it("keeps the region of a range when another gateway comes to reach the site", () => {
  const west = "west: { size: /24, region: westeurope }";
  const before = planText(inRegions(west, "west"));
  const after = planText(
    inRegions(`north: { size: /24, region: northeurope }, ${west}`, "north, west"),
    before.lock,
  );

  expect(findingsOf(after)).toEqual([]);
  expect(natRangesOf(after)).toEqual(natRangesOf(before));
  expect(propertiesOf(after, "north-to-rotterdam-nat")).toEqual(propertiesOf(after, "west-to-rotterdam-nat"));
});
