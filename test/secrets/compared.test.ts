import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { checkEstate, type NetworkRead, readNetwork } from "../../src/check.ts";
import { diff } from "../../src/diff.ts";
import type { Estate } from "../../src/model/estate.ts";
import { secretOf } from "../../src/model/secret.ts";
import { readEstate } from "../../src/read.ts";
import type { TemplateGiven } from "../../src/readers/arm-template/read-arm-template.ts";
import { writeEstate } from "../../src/readers/estate/write-estate.ts";
import { recognise } from "../../src/readers/recognise.ts";
import { readSecret } from "../../src/readers/secrets/read-secret.ts";
import { readDocument } from "../../src/source/index.ts";
import { idOf, joined, network, type WrittenResource } from "./network.ts";
import { leaksIn, secret } from "./planted.ts";
import { template } from "./templates.ts";

const ASYMMETRIC = "connection/asymmetric-shared-key";

function read(file: string, text: string, given?: TemplateGiven): NetworkRead {
  const document = readDocument(file, text);
  const format = recognise(document);
  if (format === "intent") throw new Error(`${file} was taken for an intent`);
  return readNetwork(document, format, given);
}

function checked(...reads: readonly NetworkRead[]) {
  const found = checkEstate(reads, { reconsider: false });
  if (found.type === "intent") throw new Error("no estate");
  return found;
}

const rulesOf = (...reads: readonly NetworkRead[]) => checked(...reads).diagnostics.map(({ rule }) => rule);

const gateways = network("some").filter(({ type }) => !type.endsWith("/connections"));

const exported = (resources: readonly WrittenResource[]) =>
  read(
    "az.json",
    JSON.stringify(
      resources.map(({ type, name, ...more }) => ({ id: idOf(type, name), name, type, ...more })),
    ),
  );

const inState = (sharedKey: string) =>
  read(
    "state.json",
    JSON.stringify({
      format_version: "1.2",
      values: {
        root_module: {
          resources: [
            {
              address: "azurerm_virtual_network_gateway_connection.back",
              mode: "managed",
              type: "azurerm_virtual_network_gateway_connection",
              name: "back",
              values: {
                id: idOf("Microsoft.Network/connections", "far-to-hub"),
                name: "far-to-hub",
                resource_group_name: "net",
                type: "Vnet2Vnet",
                virtual_network_gateway_id: idOf("Microsoft.Network/virtualNetworkGateways", "far-vpn"),
                peer_virtual_network_gateway_id: idOf("Microsoft.Network/virtualNetworkGateways", "hub-vpn"),
                shared_key: sharedKey,
              },
              sensitive_values: { shared_key: true },
            },
          ],
        },
      },
    }),
  );

it("other keys at two ends are found in an export and a Terraform state, and equal ones are not", () => {
  const there = exported([...gateways, joined("hub-to-far", "hub", "far", secret("one"))]);

  expect(rulesOf(there, inState(secret("other")))).toContain(ASYMMETRIC);
  expect(rulesOf(there, inState(secret("one")))).not.toContain(ASYMMETRIC);
});

it("a key that two files say differently of one connection is a contradiction", () => {
  const back = exported([...gateways, joined("far-to-hub", "far", "hub", secret("one"))]);

  expect(rulesOf(back, inState(secret("other")))).toContain("estate/duplicate-resource");
});

/** Both ends, and what the template declares. */
const both = (there: string, back: string, more: object) =>
  template(
    [...gateways, joined("hub-to-far", "hub", "far", there), joined("far-to-hub", "far", "hub", back)],
    more,
  );

const SECURE = { type: "securestring" };

function given(a: string, b: string): TemplateGiven {
  return { parameters: { a, b, all: { here: a, there: b } } };
}

it.each([
  ["two parameters that are given", "[parameters('a')]", "[parameters('b')]"],
  ["members of an object", "[parameters('all').here]", "[parameters('all').there]"],
  ["what an if chooses", "[if(true(), parameters('a'), 'x')]", "[parameters('b')]"],
  ["what coalesce finds first", "[coalesce(null(), parameters('a'), 'x')]", "[parameters('b')]"],
  ["a variable", "[variables('a')]", "[parameters('b')]"],
  ["a text in the template", secret("same"), "[parameters('b')]"],
])("keys of a template are compared: %s", (_way, there, back) => {
  const text = both(there, back, {
    parameters: { a: SECURE, b: SECURE, all: { type: "secureObject" } },
    variables: { a: "[parameters('a')]" },
  });

  const [same, other] = [
    rulesOf(read("main.json", text, given(secret("same"), secret("same")))),
    rulesOf(read("main.json", text, given(secret("same"), secret("another")))),
  ];

  expect(same).not.toContain(ASYMMETRIC);
  expect(other).toContain(ASYMMETRIC);
});

it.each([
  ["computed with", "[concat(parameters('a'), 'x')]"],
  ["in another case", "[toLower(parameters('a'))]"],
  ["new with each deployment", "[parameters('fresh')]"],
  ["not given", "[parameters('absent')]"],
])("nothing is said of a key that is %s", (_how, there) => {
  const text = both(there, "[parameters('a')]", {
    parameters: {
      a: SECURE,
      absent: SECURE,
      fresh: { ...SECURE, defaultValue: "[newGuid()]" },
    },
  });

  expect(rulesOf(read("main.json", text, { parameters: { a: secret("same") } }))).not.toContain(ASYMMETRIC);
});

it("an expression that asks whether secrets are equal, or empty, is told", () => {
  const text = both("[parameters('a')]", "[parameters('a')]", {
    parameters: { a: SECURE, b: SECURE },
    variables: {
      name: "[if(equals(parameters('a'), parameters('b')), 'alike', 'unlike')]",
      empty: "[if(or(empty(parameters('a')), equals(parameters('a'), '')), 'is-empty', 'is-given')]",
    },
  }).replace('"hub-to-far"', `"[concat(variables('name'), '-', variables('empty'))]"`);

  const { estate } = checked(
    read("main.json", text, { parameters: { a: secret("same"), b: secret("other") } }),
  );

  expect([...estate.resources.values()].map(({ name }) => name)).toContain("unlike-is-given");
});

function withKey(key: string): Estate {
  return checked(exported([joined("far-to-hub", "far", "hub", key)])).estate;
}

it("a key that changes shows as changed, and not which it was", () => {
  const changed = diff({ estate: withKey(secret("one")) }, { estate: withKey(secret("other")) });
  const same = diff({ estate: withKey(secret("one")) }, { estate: withKey(secret("one")) });

  expect(changed.changed.flatMap(({ properties }) => properties)).toEqual([
    { path: "properties.sharedKey", before: '"(secret)"', after: '"(secret)"', isAddress: false },
  ]);
  expect(same.changed).toEqual([]);
});

it("an estate that a program reads holds no secret, and no fingerprint of one", () => {
  const document = readDocument(
    "net.estate.json",
    JSON.stringify({ formatVersion: 1, resources: network("some") }),
  );

  const { estate } = readEstate(document);

  const written = [[...estate.resources.values()], estate, writeEstate(estate, "x.estate.json")]
    .map((value) => JSON.stringify(value))
    .join();
  const keys = [...estate.resources.values()].flatMap(
    ({ properties }) => secretOf(properties["sharedKey"]) ?? [],
  );
  expect(keys.length).toBeGreaterThan(3);
  expect(keys.filter(({ fingerprint }) => written.includes(fingerprint))).toEqual([]);
  expect(written).toContain("sharedKey of ");
  expect(leaksIn(written)).toEqual([]);
});

// A process of its own, for the key of this one lives as long as it does.
it("a fingerprint is the same within a process, and another one in the next", () => {
  const module = new URL("../../src/readers/secrets/read-secret.ts", import.meta.url);
  const program = `const { readSecret } = await import(${JSON.stringify(module.href)}); console.log(readSecret("short").fingerprint)`;

  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    encoding: "utf8",
  });

  const { fingerprint } = readSecret("short");
  expect(readSecret("short").fingerprint).toBe(fingerprint);
  expect(stdout.trim()).toMatch(/^[0-9a-f]{64}$/);
  expect(stdout.trim()).not.toBe(fingerprint);
});
