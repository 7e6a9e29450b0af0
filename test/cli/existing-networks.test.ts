import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isthmus, scratch } from "./isthmus.ts";

const read = (path: string) => readFileSync(new URL(`../readers/${path}`, import.meta.url), "utf8");
const EXPORT = read("azure-export/two-networks.json");
const PLAN = read("terraform-plan/two-networks.json");
const SITES = `formatVersion: 1
sites:
  - name: amsterdam
    addressPrefixes: [192.168.0.0/24]
    vpnDevices: [{ name: edge, publicIpAddress: 192.0.2.9 }]
`;

it("a folder is one estate of all its parts, and the intent in it is none of them", () => {
  const folder = scratch({
    "parts/export.json": EXPORT,
    "parts/sites.estate.yaml": SITES,
    "parts/network.yaml": "name: [broken]\n",
  });

  const { code, stdout } = isthmus(folder, ["reach", "parts"]);

  expect(code).toBe(0);
  expect(stdout).toContain("amsterdam");
  expect(stdout).not.toContain("office");
});

it("files of one estate are checked together, each finding at its own file, also where two have one name", () => {
  const other = EXPORT.replace('"10.2.0.0/24"', '"10.3.0.0/24"');
  const folder = scratch({ "a/net.json": EXPORT, "b/net.json": other });

  const { code, stdout } = isthmus(folder, ["check", "a/net.json", "b/net.json"]);

  expect(code).toBe(1);
  expect(stdout).toMatch(/^b\/net\.json:\d+:\d+ error estate\/duplicate-resource$/m);
  expect(stdout).toMatch(/^ {2}a\/net\.json:\d+:\d+ far stands here first/m);
});

it("a plan comes through stdin, and its key goes nowhere", () => {
  const { code, stdout, stderr } = isthmus(scratch(), ["routes", "-", "hub/app", "--format", "json"], {
    input: PLAN,
  });

  expect(code).toBe(0);
  expect(stdout).toContain("10.2.0.0/24");
  expect(stdout + stderr).not.toContain("planted");
});

it("a format that does not fit is said, and so is a file of no format", () => {
  const folder = scratch({ "network.yaml": "name: x\n", "other.json": '{ "mock": {} }' });

  expect(isthmus(folder, ["check", "--from", "azure-export", "network.yaml"])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("no azure-export as --from has it"),
  });
  expect(isthmus(folder, ["check", "other.json"]).stdout).toContain(
    'This is an object with "mock", and nothing that Isthmus reads.',
  );
});

it("a folder without parts is refused", () => {
  const { code, stderr } = isthmus(scratch({ "a/readme.txt": "" }), ["check", "a"]);

  expect(code).toBe(2);
  expect(stderr).toContain("a is a folder and holds no file of an estate.");
});

const TEMPLATE = JSON.stringify({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: { range: { type: "string" } },
  resources: ["hub", "app"].map((name, index) => ({
    type: "Microsoft.Network/virtualNetworks",
    apiVersion: "2024-05-01",
    name,
    location: "[resourceGroup().location]",
    properties: {
      addressSpace: { addressPrefixes: [index === 0 ? "[parameters('range')]" : "10.2.0.0/24"] },
      subnets: [
        { name: "web", properties: { addressPrefix: index === 0 ? "[parameters('range')]" : "10.2.0.0/25" } },
      ],
    },
  })),
});
const parametersFile = (range: string) => JSON.stringify({ parameters: { range: { value: range } } });

it("a network that exists is drawn and told on a page, as a design is", () => {
  const folder = scratch({ "plant.json": TEMPLATE, "plant.parameters.json": parametersFile("10.1.0.0/24") });

  const page = isthmus(folder, ["export", "report", "plant.json", "--location", "westeurope"]);
  const map = isthmus(folder, ["export", "map", "plant.json", "--out", "drawn"]);

  expect(page).toEqual({ code: 0, stderr: "", stdout: "out/export/report.html\n" });
  expect(map.stdout).toBe("drawn/map.svg\ndrawn/map.mmd\n");
  const html = readFileSync(join(folder, "out/export/report.html"), "utf8");
  expect(html).toContain("<h1>plant</h1>");
  expect(html).toContain("West Europe");
  expect(html).toContain("<code>10.1.0.0/24</code>");
  expect(html).not.toContain('href="#decisions"');
});

it("a revision of a template has the parameters that lay beside it then", () => {
  const folder = scratch({ "plant.json": TEMPLATE, "plant.parameters.json": parametersFile("10.1.0.0/24") });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.email=a@example.com", "-c", "user.name=a", ...args]);
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "first");
  writeFileSync(join(folder, "plant.parameters.json"), parametersFile("10.9.0.0/24"));

  const { code, stdout, stderr } = isthmus(folder, ["diff", "HEAD:plant.json"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("10.1.0.0/24");
  expect(stdout).toContain("10.9.0.0/24");
});
