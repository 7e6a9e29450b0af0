import { join } from "node:path";
import { expect, it } from "vitest";
import { checkInputs } from "../../src/cli/check/check-inputs.ts";
import { disk } from "../../src/cli/file-source.ts";
import { scratch } from "../cli/isthmus.ts";

const LARGE = "virtual-network/too-large-address-space";

function intent(size: string): string {
  return `name: one
defaults: { region: westeurope }
virtualNetworks:
  hub: { addressSpace: 10.64.0.0/${size}, subnets: { web: /27 } }
  other: { addressSpace: 10.80.0.0/26 }
`;
}

function checked(config: string) {
  const folder = scratch({
    ".git/x": "",
    "isthmus.config.yaml": config,
    "a/network.yaml": intent("16"),
    "b/network.yaml": intent("26"),
  });
  const paths = ["a", "b"].map((name) => join(folder, name, "network.yaml"));
  const { findings, notes } = checkInputs({ paths, reconsider: false }, disk);
  return { notes, rules: findings.map(({ rule, suppression }) => `${rule}${suppression ? " (quiet)" : ""}`) };
}

it("what one input of two has use for is used", () => {
  const { rules, notes } = checked(`ignore: [{ rule: ${LARGE}, resource: hub, reason: so }]\n`);

  expect(rules).toEqual([`${LARGE} (quiet)`]);
  expect(notes).toEqual([expect.stringMatching(/isthmus\.config\.yaml: 1 suppressed$/)]);
});

it("what is wrong with a config, or idle in it, is said once for all inputs", () => {
  const { rules } = checked(`severities: { subnet/nothing: off }
ignore: [{ rule: subnet/unknown-route-table, resource: hub, reason: so }]
`);

  expect(rules.toSorted()).toEqual(["config/unknown-rule", "suppression/unused-suppression", LARGE]);
});

it("an entry for another file is not idle", () => {
  const { rules } = checked(`ignore: [{ rule: ${LARGE}, file: infra/*.json, reason: so }]\n`);

  expect(rules).toEqual([LARGE]);
});
