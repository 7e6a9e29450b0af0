import { expect, it } from "vitest";
import { design } from "../../src/design.ts";
import type { Resource } from "../../src/model/resource.ts";
import { readDocument } from "../../src/source/index.ts";

const NETWORKS = `
name: contoso
defaults: { region: westeurope }
addressSpace: 10.64.0.0/12
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /22, subnets: { web: /24 } }
`;
const TWO_CIRCUITS = `${NETWORKS}
sites:
  amsterdam:
    addressSpace: [192.168.0.0/17]
    circuits:
      - { provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps, leadTime: 6 weeks }
      - { provider: Colt, peeringLocation: London, bandwidth: 1 Gbps, leadTime: 6 weeks }
connections:
  - between: [hub, orders]
  - between: [hub, amsterdam]
    needs: { bandwidth: { atLeast: 500 Mbps, guaranteed: true }, internet: forbidden, resilience: peeringLocation }
  - between: [orders, amsterdam]
    needs: { internet: forbidden }
`;

it("designs one gateway, two circuits, their peerings and two connections for hub and spoke together", () => {
  const { design: answer, diagnostics } = designOf(TWO_CIRCUITS);

  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(answer.decisions.map(({ kind }) => kind)).toEqual([
    "virtual-network-peering",
    "expressroute",
    "expressroute",
  ]);
  expect(namesOf(answer.estate.resources.values())).toEqual([
    "virtualNetworkGateways/hub-expressroute",
    "expressRouteCircuits/amsterdam-circuit",
    "expressRouteCircuits/amsterdam-circuit/peerings/AzurePrivatePeering when circuitProvisioned",
    "expressRouteCircuits/amsterdam-circuit-2",
    "expressRouteCircuits/amsterdam-circuit-2/peerings/AzurePrivatePeering when circuitProvisioned",
    "connections/hub-to-amsterdam-circuit when circuitProvisioned",
    "connections/hub-to-amsterdam-circuit-2 when circuitProvisioned",
  ]);
});

it("breaks no rule, has no public IP address and writes no secret", () => {
  const { design: answer } = designOf(TWO_CIRCUITS);

  expect(answer.findings).toEqual([]);
  expect(JSON.stringify([...answer.estate.resources.values()])).not.toMatch(/publicIPAddress|sharedKey/i);
});

it("recognises the design as one connection of hub and site", () => {
  const { design: answer } = designOf(TWO_CIRCUITS);

  const found = answer.connections.filter(({ kind }) => kind === "expressroute");

  expect(found.map(({ ends, label }) => [ends[0].split("/").at(-1), ends[1], label])).toEqual([
    ["hub", "amsterdam", "ExpressRoute 1 Gbps + 1 Gbps"],
  ]);
});

it("is the same whatever the order of the connections", () => {
  const [head = "", tail = ""] = TWO_CIRCUITS.split("connections:\n");
  const entries = tail.split(/^(?= {2}- )/m);

  const turned = designOf(`${head}connections:\n${entries.toReversed().join("")}`).design;

  expect(namesOf(turned.estate.resources.values()).sort()).toEqual(
    namesOf(designOf(TWO_CIRCUITS).design.estate.resources.values()).sort(),
  );
});

it("refuses more than the circuit has, with the place and the way out", () => {
  const text = TWO_CIRCUITS.replace(
    "    needs: { bandwidth: { atLeast: 500 Mbps",
    "    kind: expressroute\n    needs: { bandwidth: { atLeast: 2 Gbps",
  );

  const [first] = designOf(text).diagnostics;

  expect(first?.message).toMatch(/2 Gbps at least is asked for\. 1 of the 2 circuits of amsterdam is left/);
});

function designOf(text: string) {
  const { design: answer, diagnostics } = design(readDocument("network.yaml", text), { reconsider: false });
  if (!answer) throw new Error("no design");
  return { design: answer, diagnostics };
}

/** Gateways, circuits and connections, with what they wait for. */
function namesOf(resources: Iterable<Resource>): string[] {
  return [...resources].flatMap(({ id, deployWhen }) => {
    const path = id.split("/providers/Microsoft.Network/")[1] ?? "";
    if (!/^(virtualNetworkGateways|expressRouteCircuits|connections)\//.test(path)) return [];
    return [`${path}${deployWhen ? ` when ${deployWhen.parameter}` : ""}`];
  });
}
