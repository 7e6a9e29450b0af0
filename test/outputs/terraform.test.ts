import { format } from "@cdktn/hcl-tools";
import { parse } from "@cdktn/hcl2json";
import fc from "fast-check";
import { expect, it } from "vitest";
import { deploymentSubscription } from "../../src/model/deployment-scope.ts";
import type { Estate } from "../../src/model/estate.ts";
import { writeArmTemplate } from "../../src/outputs/arm-template/write-arm-template.ts";
import { writeBicep } from "../../src/outputs/bicep/write-bicep.ts";
import { planDeployment } from "../../src/outputs/deployment/plan-deployment.ts";
import { hasKnownResourceGroup, hasKnownSubscription } from "../../src/outputs/deployment/scope.ts";
import { block, fileText, objectText } from "../../src/outputs/terraform/layout.ts";
import { writeTerraform } from "../../src/outputs/terraform/write-terraform.ts";
import { exampleNames, intentIn, lockIn, runExample } from "../examples/example.ts";
import { anyEstate, hostileText, idsReferredTo } from "../oracles/any-estate.ts";
import { deployArmTemplate } from "../oracles/arm-template.ts";
import type { Deployed, DeploymentTarget } from "../oracles/deployed.ts";
import { answerFor, expectedDeployment } from "../oracles/expected-deployment.ts";
import { deployTerraform } from "../oracles/terraform.ts";
import { chainOfNetworks } from "./chain-of-networks.ts";
import { circularEstate } from "./circular-estate.ts";
import { switchedEstate } from "./switched-estate.ts";

const about = { name: "it's a ${test} %{x}", description: 'Two\nlines "quoted"' };

const designs = exampleNames.map((name) => ({
  name,
  estate: runExample(intentIn(name), lockIn(name)).design.estate,
}));

it.each(designs)("$name: Terraform sends what the ARM template sends, in order", async ({ estate }) => {
  const target = targetOf(estate);
  const template = writeArmTemplate(estate, about).get("template.json") ?? "";

  const deployed = await deployTerraform(textOf(estate), target, answerFor);

  expect(byId(deployed)).toEqual(byId(deployArmTemplate(template, target, answerFor)));
  expect(new Set(deployed.map(({ id }) => id)).size).toBe(deployed.length);
  expect(earlyIn(deployed)).toEqual([]);
});

it("refers to nothing that is switched off", async () => {
  const switched = designs.filter(({ estate }) =>
    [...estate.resources.values()].some(({ deployWhen }) => deployWhen),
  );

  expect(switched.length).toBeGreaterThan(0);
  for (const { estate } of switched) {
    const target = targetOf(estate);
    const off = [...estate.resources.values()].filter(({ deployWhen }) => deployWhen);

    const deployed = await deployTerraform(textOf(estate), target, answerFor, false);

    expect(deployed.length).toBe(expectedDeployment(estate, target).size - off.length);
  }
});

it.each(designs)("$name is laid out as `terraform fmt` would", async ({ estate }) => {
  expect(await format(textOf(estate))).toBe(textOf(estate));
});

it.each(designs)("$name asks for what the Bicep file asks for, and hides the same", async ({ estate }) => {
  const bicep = writeBicep(estate, about).get("main.bicep") ?? "";
  const asked = [...bicep.matchAll(/(@secure\(\)\n)?^param (\w+)/gm)];

  const { variable = {} } = await parse("main.tf", textOf(estate));

  const { resource_group_name: _group, ...variables } = variable;
  expect(new Set(Object.keys(variables))).toEqual(new Set(asked.map(([, , name]) => name)));
  const secrets = Object.entries<{ sensitive?: boolean }[]>(variables).filter(
    ([, [block]]) => block?.sensitive,
  );
  expect(new Set(secrets.map(([name]) => name))).toEqual(
    new Set(asked.flatMap(([, secure, name]) => (secure ? [name] : []))),
  );
});

it("deploys any estate: every planned resource, in order, formatted", async () => {
  await fc.assert(
    fc.asyncProperty(anyEstate, async (estate) => {
      const target = targetOf(estate);
      const text = textOf(estate);

      const deployed = await deployTerraform(text, target, answerFor);

      expect(byId(deployed)).toEqual(normal(expectedDeployment(estate, target)));
      expect(earlyIn(deployed)).toEqual([]);
      expect(comparable(await format(text))).toBe(comparable(text));
    }),
    { numRuns: Number(process.env["ESTATES"] ?? 200) },
  );
});

/** All but where equals signs stand, of a text with characters of which each Unicode says anew what they join. */
function comparable(text: string): string {
  return JOINING.test(text) ? text.replaceAll(/ += /g, " = ") : text;
}

/** Terraform's tables are older than Node's. Marks of Latin letters are in all of them. */
const JOINING = /(?![\u0300-\u036f])[\p{M}\p{Cf}\p{Cn}\p{Co}]/u;

it("aligns by columns as fmt does, combining marks behind a quotation mark too", async () => {
  for (const name of [
    "\u{102e0}",
    "a\u0301",
    "\u0301a\u0301",
    "名前",
    "👩‍👧",
    "$${\u0301",
    "%%{\u0301b",
    "$\u0301",
    "a%%%\u0301",
    "\n\u0301",
    "\\\u0301",
  ]) {
    const text = fileText([
      block("locals", [
        `x = ${objectText([
          [JSON.stringify(name), "1"],
          ["long_name", "2"],
        ])}`,
      ]),
    ]);

    expect(await format(text)).toBe(text);
  }
});

it("deploys what refers to itself, and what refers to each other", async () => {
  const estate = circularEstate();
  const target = targetOf(estate);

  const deployed = await deployTerraform(textOf(estate), target, answerFor);

  expect(byId(deployed)).toEqual(expectedDeployment(estate, target));
});

it("names by its id what another switch turns off, and waits for it all the same", async () => {
  const estate = switchedEstate();
  const target = targetOf(estate);
  const text = textOf(estate);

  const on = await deployTerraform(text, target, answerFor);
  const off = await deployTerraform(text, target, answerFor, false);

  expect(byId(on)).toEqual(expectedDeployment(estate, target));
  expect(earlyIn(on)).toEqual([]);
  expect(off.map(({ name }) => name)).toEqual(["always"]);
  expect(text).toContain("id = azapi_resource.circuit[0].id");
  expect(text).toContain("depends_on = [azapi_resource.circuit]");
});

it("lets no text of a design out of its place", async () => {
  const estate = chainOfNetworks(2);
  const target = targetOf(estate);
  const expected = expectedDeployment(estate, target);

  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (name, description) => {
      const text = writeTerraform(estate, { name, description }).get("terraform/main.tf") ?? "";

      expect(byId(await deployTerraform(text, target, answerFor))).toEqual(expected);
      expect(await format(text)).toBe(text);
    }),
  );
});

it("writes one file for a thousand networks, the same each time", async () => {
  const estate = chainOfNetworks(1000);

  const text = textOf(estate);

  expect(textOf(chainOfNetworks(1000))).toBe(text);
  expect(text.match(/^resource /gm)).toHaveLength(1000 + 2 * 999);
});

it("keeps two peerings of one network apart, and waits longer for a gateway", () => {
  expect(textOf(estateOf("minimal"))).toMatch(/locks = \[azapi_resource\.\w+\.id, azapi_resource\.\w+\.id\]/);
  expect(textOf(estateOf("contoso"))).toMatch(/virtualNetworkGateways@[^]*?timeouts \{\n {4}create = "90m"/);
});

it("asks for no group and no subscription where every resource says where it belongs", () => {
  const text = textOf(estateOf("max"));

  expect(text).not.toMatch(/azapi_client_config|resource_group_name/);
  expect(text).not.toContain(deploymentSubscription);
});

function estateOf(name: string): Estate {
  const design = designs.find((other) => other.name === name);
  if (!design) throw new Error(`No example is called ${name}.`);
  return design.estate;
}

function textOf(estate: Estate): string {
  return writeTerraform(estate, about).get("terraform/main.tf") ?? "";
}

/** Ids of resources that were not certain to be there before what refers to them. */
function earlyIn(deployed: readonly Deployed[]): readonly string[] {
  const written = new Set(deployed.map(({ id }) => id));
  return deployed.flatMap((resource) =>
    idsReferredTo(resource)
      .map((id) => id.toLowerCase())
      .filter((id) => written.has(id) && id !== resource.id && !resource.after.has(id))
      .map((id) => `${resource.id} before ${id}`),
  );
}

function byId(deployed: readonly Deployed[]) {
  return normal(
    new Map(
      deployed.map(({ after: _after, beside: { condition: _condition, ...beside }, ...resource }) => [
        resource.id,
        { ...resource, beside },
      ]),
    ),
  );
}

/** Terraform keeps text in Unicode's normal form C. */
function normal<T>(resources: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map(
    [...resources].map(([id, resource]) => [
      id.normalize("NFC"),
      JSON.parse(JSON.stringify(resource).normalize("NFC")),
    ]),
  );
}

/** Where the header says that it is to be deployed. */
function targetOf(estate: Estate): DeploymentTarget {
  const { home } = planDeployment(estate);
  return {
    subscription: hasKnownSubscription(home) ? home.subscription : "dddddddd-dddd-dddd-dddd-dddddddddddd",
    resourceGroup: hasKnownResourceGroup(home) ? home.resourceGroup : "rg-of-the-deployment",
  };
}
