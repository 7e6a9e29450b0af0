import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Parser } from "web-tree-sitter";
import { resourcesPerTemplate } from "../../src/azure/template-limits.ts";
import type { Estate } from "../../src/model/estate.ts";
import { writeArmTemplate } from "../../src/outputs/arm-template/write-arm-template.ts";
import { writeBicep } from "../../src/outputs/bicep/write-bicep.ts";
import { planDeployment } from "../../src/outputs/deployment/plan-deployment.ts";
import { hasKnownResourceGroup, hasKnownSubscription } from "../../src/outputs/deployment/scope.ts";
import { anyEstate, hostileText, idsReferredTo } from "../oracles/any-estate.ts";
import { deployArmTemplate, templateSizes } from "../oracles/arm-template.ts";
import { deployBicep } from "../oracles/bicep.ts";
import { bicepParser } from "../oracles/bicep-grammar.ts";
import type { Deployed, DeploymentTarget } from "../oracles/deployed.ts";
import { answerFor, expectedDeployment } from "../oracles/expected-deployment.ts";
import { chainOfNetworks } from "./chain-of-networks.ts";
import { circularEstate } from "./circular-estate.ts";
import { exampleEstate } from "./example-estate.ts";

const about = { name: "it's a [test] ${x}", description: "Two\nlines" };

let parser: Parser;
beforeAll(async () => {
  parser = await bicepParser();
});

/** The two outputs must do the same, so they are asked the same. */
const outputs = [
  {
    name: "arm-template",
    deploy: (estate: Estate, target: DeploymentTarget) =>
      deployArmTemplate(armText(estate), target, answerFor),
  },
  {
    name: "bicep",
    deploy: (estate: Estate, target: DeploymentTarget) =>
      deployBicep(parser, writeBicep(estate, about), target, answerFor),
  },
];

describe.each(outputs)("$name", ({ deploy }) => {
  it("deploys the example as it was designed", () => {
    const estate = exampleEstate();
    const target = targetOf(estate);

    expect(byId(deploy(estate, target))).toEqual(expectedDeployment(estate, target));
  });

  it("deploys any estate: every planned resource, and nothing that is there already", () => {
    fc.assert(
      fc.property(anyEstate, (estate) => {
        const target = targetOf(estate);

        const deployed = deploy(estate, target);

        expect(byId(deployed)).toEqual(expectedDeployment(estate, target));
        expect(new Set(deployed.map(({ id }) => id)).size).toBe(deployed.length);
      }),
      { numRuns: 200 },
    );
  });

  it("writes nothing before what it refers to", () => {
    fc.assert(
      fc.property(anyEstate, (estate) => {
        const deployed = deploy(estate, targetOf(estate));

        const written = new Set(deployed.map(({ id }) => id));
        const early = deployed.flatMap((resource) =>
          idsReferredTo(resource)
            .filter((id) => written.has(id) && id !== resource.id && !resource.after.has(id))
            .map((id) => `${resource.id} before ${id}`),
        );
        expect(early).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("deploys what refers to itself, and what refers to each other", () => {
    const estate = circularEstate();
    const target = targetOf(estate);

    expect(byId(deploy(estate, target))).toEqual(expectedDeployment(estate, target));
  });

  it("deploys a design that is too large for one template", () => {
    // The smallest that does not fit; a reader that keeps all that came before takes its time.
    const estate = chainOfNetworks(270);
    const target = targetOf(estate);

    expect(byId(deploy(estate, target))).toEqual(expectedDeployment(estate, target));
  });
});

it("gives the same text for the same estate", () => {
  const estate = exampleEstate();

  expect(armText(estate)).toBe(armText(exampleEstate()));
  expect([...writeBicep(estate, about)]).toEqual([...writeBicep(exampleEstate(), about)]);
  expect(armText(estate)).toBe(`${JSON.stringify(JSON.parse(armText(estate)), null, 2)}\n`);
});

it.each([1, 400, 401, 700, 1000, 2500])(
  "keeps every template of %i networks within Azure's limit",
  (count) => {
    const sizes = templateSizes(armText(chainOfNetworks(count)));

    expect(Math.max(...sizes)).toBeLessThanOrEqual(resourcesPerTemplate.value);
  },
);

it("moves no peering to another template when a network is added", () => {
  const before = writeBicep(chainOfNetworks(1000), about);
  const after = writeBicep(chainOfNetworks(1001), about);

  const changed = [...before].filter(([file, text]) => after.get(file) !== text).map(([file]) => file);
  expect(changed.length).toBeLessThanOrEqual(4);
});

it("writes 1,000 networks in well under three seconds, on a busy machine too", () => {
  const estate = chainOfNetworks(1000);

  // The best of three: other work on the machine is not what is measured.
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    writeArmTemplate(estate, about);
    writeBicep(estate, about);
    return performance.now() - start;
  });

  expect(Math.min(...times)).toBeLessThan(3000);
});

it("lets no text of a design out of its place", () => {
  const estate = chainOfNetworks(2);
  const target = targetOf(estate);
  const expected = expectedDeployment(estate, target);

  fc.assert(
    fc.property(hostileText, hostileText, (name, description) => {
      const template = writeArmTemplate(estate, { name, description }).get("template.json") ?? "";
      const files = writeBicep(estate, { name, description });

      expect(byId(deployArmTemplate(template, target, answerFor))).toEqual(expected);
      expect(byId(deployBicep(parser, files, target, answerFor))).toEqual(expected);
    }),
  );
});

function armText(estate: Estate): string {
  return writeArmTemplate(estate, about).get("template.json") ?? "";
}

function byId(deployed: readonly Deployed[]) {
  return new Map(deployed.map(({ after: _after, ...resource }) => [resource.id, resource]));
}

/** Where the header says that the template is to be deployed. */
function targetOf(estate: Estate): DeploymentTarget {
  const { home } = planDeployment(estate);
  return {
    subscription: hasKnownSubscription(home) ? home.subscription : "dddddddd-dddd-dddd-dddd-dddddddddddd",
    resourceGroup: hasKnownResourceGroup(home) ? home.resourceGroup : "rg-of-the-deployment",
  };
}
