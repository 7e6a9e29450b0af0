import fc from "fast-check";
import { expect, it } from "vitest";
import { analyse } from "../../src/analyse.ts";
import { design } from "../../src/design.ts";
import { locate } from "../../src/diagnostics/index.ts";
import { type Estate, emptyEstate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import type { PropertyOf, Value } from "../../src/model/unknown.ts";
import { readEstate } from "../../src/readers/estate/read-estate.ts";
import { writeEstate } from "../../src/readers/estate/write-estate.ts";
import { type Origin, readDocument } from "../../src/source/index.ts";
import { anyIntent } from "../oracles/intents.ts";

const FILE = "all.estate.json";
const SCOPE =
  "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.Network";

// Estates as they stand in a file of the name FILE: their origins are where writeEstate puts them.

const anyCause: fc.Arbitrary<Origin | undefined> = fc.option(
  fc.letrec<{ origin: Origin }>((tie) => ({
    origin: fc
      .tuple(
        fc.constantFrom("network.yaml", "main.json"),
        fc.array(fc.oneof(fc.constantFrom("resources", "a b"), fc.nat(9)), { maxLength: 3 }),
        fc.option(tie("origin"), { nil: undefined, depthSize: "small" }),
      )
      .map(([file, path, through]) => ({ file, path, ...(through ? { through } : {}) })),
  })).origin,
  { nil: undefined },
);

/** A value whose Unknowns stand at `path`; made of plain ones, for a place is known only to who builds the whole. */
type Draft = string | number | boolean | null | UnknownDraft | readonly Draft[] | DraftObject;
interface UnknownDraft {
  readonly unknown: string;
  readonly cause: Origin | undefined;
  readonly property: PropertyOf | undefined;
}
interface DraftObject {
  readonly [key: string]: Draft;
}

const anyProperty = fc.constantFrom<PropertyOf | undefined>(undefined, {
  resource: "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/azureFirewalls/fw",
  property: "privateIPAddress",
});

const anyKey = fc.constantFrom("addressPrefix", "kind", "because", "constructor", "0", "b");
const anyDraft: fc.Arbitrary<Draft> = fc.letrec<{ draft: Draft }>((tie) => ({
  draft: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Draft>("x", "unknown", "", 0, -1.5, true, null),
    fc.record({
      unknown: fc.constantFrom("Azure chooses it", "a parameter"),
      cause: anyCause,
      property: anyProperty,
    }),
    fc.array(tie("draft"), { maxLength: 3 }),
    fc
      .dictionary(anyKey, tie("draft"), { maxKeys: 3, noNullPrototype: true })
      // Exactly what an Unknown is written as; nothing in a file could tell the two apart.
      .filter(
        (draft) =>
          draft["kind"] !== "unknown" ||
          typeof draft["because"] !== "string" ||
          Object.keys(draft).length > 2,
      ),
  ),
})).draft;

function here(cause: Origin | undefined, ...path: readonly (string | number)[]): Origin {
  return { file: FILE, path, ...(cause ? { through: cause } : {}) };
}

function isUnknownDraft(draft: Draft): draft is UnknownDraft {
  return typeof draft === "object" && draft !== null && "unknown" in draft && "cause" in draft;
}

function placed(draft: Draft, ...path: readonly (string | number)[]): Value {
  if (typeof draft !== "object" || draft === null) return draft;
  if (isUnknownDraft(draft)) {
    const of = draft.property ? { of: draft.property } : {};
    return { kind: "unknown", because: draft.unknown, ...of, origin: here(draft.cause, ...path) };
  }
  if (Array.isArray(draft)) return draft.map((inner: Draft, index) => placed(inner, ...path, index));
  return Object.fromEntries(
    Object.entries(draft).map(([key, inner]: [string, Draft]) => [key, placed(inner, ...path, key)]),
  );
}

const anyProperties = fc.dictionary(fc.constantFrom("addressSpace", "sku", "b"), anyDraft, {
  maxKeys: 3,
  noNullPrototype: true,
});

const anyResources: fc.Arbitrary<readonly Resource[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom("hub", "spoke", "legacy", "far"),
      anyProperties,
      anyCause,
      fc.boolean(),
      fc.constantFrom("westeurope", "unknown", undefined),
    ),
    { maxLength: 4 },
  )
  .map((entries) => {
    const seen = new Map(entries.map((entry) => [entry[0], entry]));
    return [...seen.values()].map(([name, properties, cause, existing, location], index): Resource => {
      const path = ["resources", index] as const;
      return {
        id: `${SCOPE}/virtualNetworks/${name}`,
        type: "Microsoft.Network/virtualNetworks",
        name,
        ...(location === undefined
          ? {}
          : {
              location:
                location === "unknown"
                  ? { kind: "unknown", because: "a parameter", origin: here(undefined, ...path, "location") }
                  : location,
            }),
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, draft]) => [key, placed(draft, ...path, "properties", key)]),
        ),
        ...(name === "legacy" ? { envelope: { tags: { a: "b" }, zones: ["1"] } } : {}),
        ...(existing ? { existing: true } : {}),
        origin: here(cause, ...path),
      };
    });
  });

const GATEWAY = keyOf(`${SCOPE}/connections/to-amsterdam`);

const anyEstate: fc.Arbitrary<Estate> = fc
  .record({ resources: anyResources, cause: anyCause, value: anyDraft, full: fc.boolean() })
  .map(({ resources, cause, value, full }) => {
    const estate = {
      ...emptyEstate,
      resources: new Map(resources.map((resource) => [keyOf(resource.id), resource])),
    };
    if (!full) return estate;
    return {
      ...estate,
      sites: [
        {
          name: "amsterdam",
          description: "head office",
          addressPrefixes: ["192.168.0.0/17"],
          vpnDevices: [
            {
              name: "router",
              publicIpAddress: {
                kind: "unknown",
                because: "dynamic",
                origin: here(cause, "sites", 0, "vpnDevices", 0, "publicIpAddress"),
              },
              asn: 65010,
              bgpPeeringAddress: "192.168.0.1",
              appliance: "firewall",
              tunnels: [
                {
                  gatewayConnection: GATEWAY,
                  instance: 1,
                  advertises: ["192.168.0.0/17"],
                  prepend: 2,
                  localPreference: 100,
                  onlyAsPath: "^65515( 12076)+$",
                  staticRoutes: [],
                  origin: here(cause, "sites", 0, "vpnDevices", 0, "tunnels", 0),
                },
              ],
              origin: here(undefined, "sites", 0, "vpnDevices", 0),
            },
          ],
          roundTripMs: 4.5,
          origin: here(cause, "sites", 0),
        },
      ],
      providerRouters: [
        {
          name: "pe",
          asn: 12076,
          circuits: [keyOf(`${SCOPE}/expressRouteCircuits/one`)],
          advertises: ["10.9.0.4/32"],
          passesOn: ["10.0.0.0/8"],
          advertisesLinks: true,
          site: "amsterdam",
          origin: here(cause, "providerRouters", 0),
        },
        {
          name: "nobody-has-agreed",
          circuits: [],
          origin: here(undefined, "providerRouters", 1),
        },
      ],
      p2sUsers: [
        {
          name: "staff",
          count: 5,
          maxConcurrent: 3,
          os: ["windows"],
          authentication: "certificate",
          vpnClientAddressPool: ["172.16.0.0/24"],
          localNetworks: [],
          origin: here(cause, "p2sUsers", 0),
        },
      ],
      appliances: [
        {
          name: "firewall",
          resource: keyOf(`${SCOPE}/networkInterfaces/nva`),
          forwards: true,
          stateful: true,
          sourceNat: false,
          bgpPeers: ["10.0.1.4"],
          bgpSettings: {
            asn: 65001,
            advertises: ["10.9.0.0/16"],
            prepend: 1,
            localPreference: 300,
            onlyAsPath: "^65515$",
          },
          origin: here(undefined, "appliances", 0),
        },
      ],
      observed: [
        {
          resource: GATEWAY,
          name: "connectionStatus",
          value: placed(value, "observed", 0, "value"),
          origin: here(cause, "observed", 0),
        },
      ],
      sameSecrets: [
        {
          resources: [GATEWAY, keyOf(`${SCOPE}/connections/other`)],
          fingerprint: "ab12",
          origin: here(undefined, "sameSecrets", 0),
        },
      ],
      coverage: {
        complete: ["/subscriptions/x"],
        absent: [GATEWAY],
        passedOver: [{ type: "Microsoft.Web/sites", count: 2 }],
      },
    };
  });

it("an estate that is written and read again is the same estate", () => {
  fc.assert(
    fc.property(anyEstate, (estate) => {
      const { estate: again, diagnostics } = readEstate(
        readDocument(FILE, JSON.stringify(writeEstate(estate, FILE))),
      );

      expect(diagnostics).toEqual([]);
      expect(again).toEqual(estate);
    }),
  );
});

it("what was read and is written stays as it is from then on", () => {
  fc.assert(
    fc.property(anyEstate, (estate) => {
      const text = JSON.stringify(writeEstate(estate, FILE));

      const once = JSON.stringify(writeEstate(readEstate(readDocument(FILE, text)).estate, FILE));

      expect(once).toBe(text);
    }),
  );
});

it("says in another file where everything stood before", () => {
  const { estate } = readEstate(
    readDocument("a.estate.yaml", "formatVersion: 1\nsites: [{ name: amsterdam, addressPrefixes: [] }]"),
  );

  const { estate: again } = readEstate(readDocument(FILE, JSON.stringify(writeEstate(estate, FILE))));

  expect(again.sites[0]?.origin).toEqual({
    file: FILE,
    path: ["sites", 0],
    through: { file: "a.estate.yaml", path: ["sites", 0] },
  });
});

const HEAD = "formatVersion: 1\nscope: /subscriptions/s/resourceGroups/rg\n";

function read(yaml: string) {
  const document = readDocument("x.estate.yaml", HEAD + yaml);
  const { estate, diagnostics } = readEstate(document);
  return {
    estate,
    resources: [...estate.resources.values()],
    found: diagnostics.map((diagnostic) => {
      const { span } = locate(diagnostic, new Map([[document.file, document]]));
      return `${span?.start.line}:${span?.start.column} ${diagnostic.rule}`;
    }),
  };
}

it("takes children out of their parents' properties, with their own places", () => {
  const { resources, found } = read(`resources:
  - type: microsoft.network/virtualnetworks
    name: hub
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets:
        - { name: web, properties: { addressPrefix: 10.0.0.0/24 }, etag: "1" }
  - { type: Microsoft.Network/virtualNetworks/subnets, name: hub/data, properties: { addressPrefix: 10.0.1.0/24 } }`);

  expect(found).toEqual([]);
  expect(resources.map(({ id, type, name, origin }) => [id, type, name, origin.path.join(".")])).toEqual([
    [
      "/subscriptions/s/resourceGroups/rg/providers/microsoft.network/virtualnetworks/hub",
      "Microsoft.Network/virtualNetworks",
      "hub",
      "resources.0",
    ],
    [
      "/subscriptions/s/resourceGroups/rg/providers/microsoft.network/virtualnetworks/hub/subnets/web",
      "Microsoft.Network/virtualNetworks/subnets",
      "web",
      "resources.0.properties.subnets.0",
    ],
    [
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub/subnets/data",
      "Microsoft.Network/virtualNetworks/subnets",
      "data",
      "resources.1",
    ],
  ]);
  expect(resources[0]?.properties).toEqual({ addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  expect(resources[1]?.envelope).toEqual({ etag: "1" });
});

it("leaves a list of children of which one is unknown where it is", () => {
  const { resources } = read(`resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    properties: { subnets: [{ name: web }, { kind: unknown, because: a copy loop }] }`);

  expect(resources).toHaveLength(1);
  expect(resources[0]?.properties["subnets"]).toHaveLength(2);
});

it("makes short ids whole, in properties and in what ARM cannot say", () => {
  const { estate, resources } = read(`resources:
  - { type: Microsoft.Network/virtualNetworks, name: hub, properties: { peer: { id: virtualNetworks/Spoke }, list: [{ id: /whole }] } }
  - { type: Microsoft.Network/virtualNetworks, name: legacy, id: virtualNetworks/legacy, existing: true }
appliances: [{ name: nva, resource: networkInterfaces/NVA, forwards: true, stateful: true, sourceNat: false }]
sameSecrets: [{ resources: [connections/a, connections/b], fingerprint: x }]
observed: [{ resource: virtualNetworkGateways/gw, name: bgp, value: 1 }]
providerRouters: [{ name: pe, asn: 1, circuits: [expressRouteCircuits/c] }]
coverage: { complete: [virtualNetworks/hub], absent: [virtualNetworks/Far] }`);

  const scope = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";
  expect(resources[0]?.properties).toEqual({
    peer: { id: `${scope}/virtualNetworks/Spoke` },
    list: [{ id: "/whole" }],
  });
  expect(resources[1]).toMatchObject({ id: `${scope}/virtualNetworks/legacy`, existing: true });
  expect(estate.appliances[0]?.resource).toBe(keyOf(`${scope}/networkInterfaces/nva`));
  expect(estate.sameSecrets[0]?.resources[1]).toBe(keyOf(`${scope}/connections/b`));
  expect(estate.observed[0]?.resource).toBe(keyOf(`${scope}/virtualNetworkGateways/gw`));
  expect(estate.providerRouters[0]?.circuits).toEqual([keyOf(`${scope}/expressRouteCircuits/c`)]);
  expect(estate.coverage).toMatchObject({
    complete: [`${scope}/virtualNetworks/hub`],
    absent: [keyOf(`${scope}/virtualNetworks/far`)],
  });
});

it.each([
  { yaml: "resources: [{ type: virtualNetworks, name: hub }]", found: ["3:21 estate/invalid-id"] },
  {
    yaml: "resources: [{ type: Microsoft.Network/virtualNetworks/subnets, name: web }]",
    found: ["3:70 estate/invalid-id"],
  },
  { yaml: "resources: [{ type: a/b, name: hub, id: /x }]", found: ["3:41 estate/invalid-id"] },
  { yaml: "resources: [{ name: hub }]", found: ["3:13 estate/missing-value"] },
  {
    yaml: "resources: [{ type: a/b, name: c }, { type: A/B, name: C }]",
    found: ["3:37 estate/duplicate-resource"],
  },
  {
    yaml: "resources: [{ type: a/b, name: c, properties: { __proto__: 1 } }]",
    found: ["3:49 estate/unknown-key"],
  },
  { yaml: "resource: []", found: ["3:1 estate/unknown-key"] },
  { yaml: "sites: [{ name: x }]", found: ["3:9 estate/missing-value"] },
  { yaml: "coverage: { complete: x }", found: ["3:23 estate/invalid-value"] },
])("tells the place of the mistake in $yaml", ({ yaml, found }) => {
  expect(read(yaml).found).toEqual(found);
});

it("reads what fits beside an entry that does not, and keeps its places", () => {
  const { resources, found, estate } = read(`resources:
  - { name: nameless }
  - { type: Microsoft.Network/virtualNetworks, name: hub }
sites:
  - { name: one, addressPrefixes: 10.0.0.0/8 }
  - { name: two, addressPrefixes: [10.0.0.0/8] }`);

  expect(found).toEqual(["4:5 estate/missing-value", "7:35 estate/invalid-value"]);
  expect(resources.map(({ origin }) => origin.path)).toEqual([["resources", 1]]);
  expect(estate.sites.map(({ origin }) => origin.path)).toEqual([["sites", 1]]);
});

it("a designed estate has the same findings once it was written and read", () => {
  fc.assert(
    fc.property(anyIntent, (text) => {
      const connections = [{ between: ["*", "planned-0"] }];
      const document = readDocument("network.json", JSON.stringify({ ...text, connections }));
      const made = design(document, { reconsider: false }).design;
      if (!made) throw new Error("nothing was designed");

      const { estate, diagnostics } = readEstate(
        readDocument(FILE, JSON.stringify(writeEstate(made.estate, FILE))),
      );

      const sentences = (findings: typeof made.findings) =>
        findings.map(({ rule, message }) => `${rule}: ${message}`).sort();
      expect(diagnostics).toEqual([]);
      expect(sentences(analyse(estate).findings)).toEqual(sentences(made.findings));
    }),
    { numRuns: 60 },
  );
});
