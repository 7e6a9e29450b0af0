import { expect, it } from "vitest";
import { parseAddress } from "./ip/index.ts";
import { everythingUp } from "./model/situation.ts";
import { predict } from "./predict.ts";
import { readEstate } from "./readers/estate/read-estate.ts";
import { readDocument } from "./source/index.ts";

const scope = "/subscriptions/s/resourcegroups/rg/providers/microsoft.network";

const { estate } = readEstate(
  readDocument(
    "hub.estate.yaml",
    `formatVersion: 1
scope: /subscriptions/s/resourceGroups/rg
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets:
        - name: web
          properties: { addressPrefix: 10.0.1.0/24, routeTable: { id: routeTables/closed } }
        - { name: data, properties: { addressPrefix: 10.0.2.0/24 } }
  - type: Microsoft.Network/routeTables
    name: closed
    location: westeurope
    properties:
      routes: [{ name: closed, properties: { addressPrefix: 0.0.0.0/0, nextHopType: None } }]
  - type: Microsoft.Network/networkInterfaces
    name: nic
    location: westeurope
    properties:
      ipConfigurations:
        - name: one
          properties: { privateIPAddress: 10.0.1.4, subnet: { id: virtualNetworks/hub/subnets/web } }
`,
  ),
);

const web = `${scope}/virtualnetworks/hub/subnets/web`;
const data = `${scope}/virtualnetworks/hub/subnets/data`;
const nic = `${scope}/networkinterfaces/nic`;

it("is one for an estate and a situation, and shares the topology between situations", () => {
  const down = { down: new Set([web]) };

  expect(predict(estate)).toBe(predict(estate, everythingUp));
  expect(predict(estate, down)).toBe(predict(estate, down));
  expect(predict(estate, down)).not.toBe(predict(estate));
  expect(predict(estate, down).topology).toBe(predict(estate).topology);
});

it("works nothing out twice", () => {
  const prediction = predict(estate);

  expect(prediction.solved).toBe(prediction.solved);
  expect(prediction.elements()).toBe(prediction.elements());
});

it("a network interface has the routes of its subnet", () => {
  const prediction = predict(estate);

  expect(prediction.effectiveRoutesOf(nic)).toEqual(prediction.effectiveRoutesOf(web));
  expect(prediction.effectiveRoutesOf(nic)).toContainEqual(
    expect.objectContaining({ source: "User", name: "closed", state: "Active" }),
  );
  expect(prediction.effectiveRoutesOf(data)).not.toEqual(prediction.effectiveRoutesOf(web));
});

it("ids are compared without regard to case, and what has no routes has none", () => {
  const prediction = predict(estate);

  expect(prediction.effectiveRoutesOf(web.toUpperCase())).toEqual(prediction.effectiveRoutesOf(web));
  expect(prediction.effectiveRoutesOf(`${scope}/virtualnetworks/hub`)).toBeUndefined();
  expect(prediction.effectiveRoutesOf("nobody")).toBeUndefined();
  expect(prediction.learnedRoutesOf("nobody")).toEqual([]);
  expect(prediction.bgpPeersOf("nobody")).toEqual([]);
});

it("everything that can be down is named once, in order", () => {
  const elements = predict(estate).elements();

  expect(elements).toContain(nic);
  expect(elements).toEqual([...new Set(elements)].sort());
});

it("what is down says why, and carries nothing", () => {
  const address = parseAddress("10.0.1.4");
  const other = parseAddress("10.0.2.4");
  if (!address || !other) throw new Error("the test's addresses are none");
  const flow = { protocol: "tcp", port: 443 } as const;
  const between = (prediction: ReturnType<typeof predict>) =>
    prediction.trace({ node: nic, address }, { node: data, address: other }, flow).outcome;
  const broken = predict(estate, { down: new Set([nic]) });

  expect(between(predict(estate))).toBe("delivered");
  expect(predict(estate).reasonDown(nic)).toBeUndefined();
  expect(broken.reasonDown(nic)).toMatch(/down/);
  expect(between(broken)).not.toBe("delivered");
});
